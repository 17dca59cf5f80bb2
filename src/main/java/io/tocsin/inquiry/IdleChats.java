package io.tocsin.inquiry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Ends chats whose visitor has gone without a word; those with an agent are the agent's to end. */
@ApplicationScoped
class IdleChats {
    private static final Logger LOG = Logger.getLogger(IdleChats.class);
    private static final String IDLE = """
            select center_id, inquiry_id from chat c where state in ('BOT', 'WAITING')
            and greatest(begun_at, waiting_since, (select max(at) from thread_message m
                where m.inquiry_id = c.inquiry_id)) < ? limit 200""";

    private final Sql sql;
    private final Chats chats;
    private final InquiryConfig config;
    private final Roles roles;
    private final Clock clock;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idle-chats").daemon().factory());

    IdleChats(Sql sql, Chats chats, InquiryConfig config, Roles roles, Clock clock) {
        this.sql = sql;
        this.chats = chats;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
    }

    private record Idle(UUID center, UUID inquiry) {}

    void start(@Observes StartupEvent event) {
        if (roles.has("api")) {
            pace.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        pace.shutdownNow();
    }

    private void look() {
        try {
            end();
        } catch (RuntimeException e) {
            LOG.debugf("idle chats stay for now: %s", e.getMessage());
        }
    }

    /** How many were ended. */
    int end() {
        List<Idle> idle = sql.list(
                IDLE,
                row -> new Idle(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                clock.instant().minus(config.chatIdleFor()));
        idle.forEach(chat -> chats.end(chat.center(), chat.inquiry()));
        return idle.size();
    }
}
