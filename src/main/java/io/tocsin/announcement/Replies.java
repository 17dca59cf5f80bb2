package io.tocsin.announcement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.audience.Contact;
import io.tocsin.audience.Recipients;
import io.tocsin.audience.SuppressionReason;
import io.tocsin.audience.Suppressions;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** What people write back: an opt-out holds at once and on every channel; anything else goes to the agents. */
@ApplicationScoped
class Replies {
    private static final Logger LOG = Logger.getLogger(Replies.class);
    private static final String BY = "reply";
    private static final String NOTHING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Sql sql;
    private final Recipients recipients;
    private final Suppressions suppressions;
    private final Event<ReplyReceived> received;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Replies(Sql sql, Recipients recipients, Suppressions suppressions, Event<ReplyReceived> received) {
        this.sql = sql;
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.received = received;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** @param genuine whether the request is signed by the account of a mode */
    void take(UUID centerId, CarrierForm form, Predicate<Mode> genuine, HttpServerResponse response) {
        threads.execute(() -> {
            try {
                Optional<Mode> mode = mode(centerId).filter(genuine);
                if (mode.isEmpty()) {
                    response.setStatusCode(403).end();
                    return;
                }
                QuarkusTransaction.requiringNew()
                        .run(() -> take(centerId, form.get("From"), form.get("Body"), form.get("MessageSid")));
                response.putHeader("Content-Type", "text/xml; charset=utf-8").end(NOTHING);
            } catch (RuntimeException e) {
                LOG.errorf("a reply could not be kept center=%s cause=%s", centerId, e.getClass());
                response.setStatusCode(503).end();
            }
        });
    }

    private Optional<Mode> mode(UUID centerId) {
        return sql.first(
                "select mode from incident_center where id = ?", row -> Mode.valueOf(row.getString(1)), centerId);
    }

    /** In a transaction of its own; the same message twice is kept once. */
    private void take(UUID centerId, String from, String body, String sid) {
        switch (StopWords.of(body)) {
            case STOP -> suppressions.add(centerId, Contact.phone(from), SuppressionReason.STOP_REPLY, BY);
            case START -> suppressions.lift(centerId, Contact.phone(from), BY, "wrote START or the like");
            case HELP, NONE -> {
                List<UUID> who = recipients.byPhone(centerId, from);
                received.fire(new ReplyReceived(centerId, who.isEmpty() ? null : who.getFirst(), from, body, sid));
            }
        }
    }
}
