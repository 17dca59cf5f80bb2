package io.tocsin.inquiry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.telephony.Messages;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The one question after a call, by SMS: did we help you? Asked of those whom the audience knows with a mobile and who
 * have not opted out, once a day at most, right after their call or never. A digit that they write back is the answer.
 */
@ApplicationScoped
class RatingBySms {
    private static final Logger LOG = Logger.getLogger(RatingBySms.class);
    private static final String MESSAGING = "messaging";
    /** A question that comes later is none about this call any more. */
    private static final Duration RIGHT_AFTER = Duration.ofHours(1);

    private static final Duration ANSWERED_WITHIN = Duration.ofDays(2);
    private static final Duration ONCE_IN = Duration.ofDays(1);
    private static final Phrase QUESTION = Phrase.of(
            "%s: did we help you? Reply with a number from 1 (not at all) to 5 (very much).",
            "%s：お役に立ちましたか。1（まったく）から5（とても）の数字でご返信ください。");

    private final Recipients recipients;
    private final Centers centers;
    private final Ledger ledger;
    private final Messages messages;
    private final InquiryConfig config;
    private final Sql sql;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    RatingBySms(
            Recipients recipients,
            Centers centers,
            Ledger ledger,
            Messages messages,
            InquiryConfig config,
            Sql sql,
            Clock clock) {
        this.recipients = recipients;
        this.centers = centers;
        this.ledger = ledger;
        this.messages = messages;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    void resolved(@Observes(during = TransactionPhase.AFTER_SUCCESS) InquiryResolved inquiry) {
        if (config.ratingBySms().orElse(true)) {
            threads.execute(() -> {
                try {
                    ask(inquiry.centerId(), inquiry.inquiryId());
                } catch (RuntimeException e) {
                    // Nothing hangs on it; nothing of the person stands in the cause's class.
                    LOG.warnf(
                            "a person was not asked how it went inquiry=%s cause=%s",
                            inquiry.inquiryId(), e.getClass());
                }
            });
        }
    }

    private void ask(UUID centerId, UUID inquiryId) {
        Optional<String> service = ledger.one(centerId, MESSAGING).map(Resource::vendorId);
        if (service.isEmpty()) {
            return;
        }
        IncidentCenter center = QuarkusTransaction.requiringNew().call(() -> centers.get(centerId));
        if (!isWanted(config.ratingBySms(), center.mode())) {
            return;
        }
        whom(centerId, inquiryId)
                .map(recipients::get)
                .filter(r -> r.phone() != null && r.phone().kind() == PhoneKind.MOBILE)
                .filter(r -> recorded(centerId, inquiryId, r.id()))
                .ifPresent(r -> messages.send(
                        center.mode(), service.get(), r.phone().e164(), words(center.organization(), r), null));
    }

    /** @param said what the installation is told; empty where it is told nothing */
    static boolean isWanted(Optional<Boolean> said, Mode mode) {
        return said.orElse(mode == Mode.DRILL);
    }

    private static String words(String organization, Recipient recipient) {
        return QUESTION.with(organization).in(recipient.language());
    }

    /** Who spoke with an agent just now and may be written to. */
    private Optional<UUID> whom(UUID centerId, UUID inquiryId) {
        return sql.first(
                """
                select r.id from inquiry i join recipient r on r.id = i.recipient_id
                where i.center_id = ? and i.id = ? and i.channel = 'PHONE' and i.received_at > ?
                    and i.satisfaction is null and i.outcome not in ('ABANDONED', 'NOT_REACHED', 'NOT_FOR_US')
                    and r.suppressed_at is null and not exists (
                        select 1 from rating_question q where q.recipient_id = r.id and q.asked_at > ?)""",
                row -> row.getObject(1, UUID.class),
                centerId,
                inquiryId,
                clock.instant().minus(RIGHT_AFTER),
                clock.instant().minus(ONCE_IN));
    }

    /** Before it is sent: nobody is asked twice about one call. */
    private boolean recorded(UUID centerId, UUID inquiryId, UUID recipientId) {
        return sql.update(
                        "insert into rating_question (inquiry_id, center_id, recipient_id, asked_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        inquiryId,
                        centerId,
                        recipientId,
                        clock.instant())
                == 1;
    }

    /** @return whether a reply was the answer to an open question of ours, and is counted now */
    boolean takes(UUID centerId, UUID recipientId, String reply) {
        String plain = Normalizer.normalize(reply == null ? "" : reply.strip(), Normalizer.Form.NFKC);
        if (recipientId == null || !plain.matches("[1-5]")) {
            return false;
        }
        Instant now = clock.instant();
        Optional<UUID> asked = sql.first(
                """
                update rating_question set answered_at = ? where inquiry_id = (
                    select inquiry_id from rating_question where center_id = ? and recipient_id = ? and answered_at is null
                        and asked_at > ? order by asked_at desc limit 1)
                returning inquiry_id""", row -> row.getObject(1, UUID.class), now, centerId, recipientId, now.minus(ANSWERED_WITHIN));
        asked.ifPresent(inquiry -> sql.update(
                "update inquiry set satisfaction = ? where center_id = ? and id = ?",
                Integer.valueOf(plain),
                centerId,
                inquiry));
        return asked.isPresent();
    }
}
