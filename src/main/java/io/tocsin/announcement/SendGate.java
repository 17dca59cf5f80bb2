package io.tocsin.announcement;

import io.tocsin.audience.RecipientSuppressed;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asked right before each message: whether its announcement still sends, and whether its recipient has just opted out.
 * Costs a look into memory; the database is asked a few times a second.
 */
@ApplicationScoped
class SendGate {
    private static final long FRESH_NANOS = Duration.ofMillis(100).toNanos();
    /** Whatever was claimed before an opt-out is sent or given back by then; later claims see it themselves. */
    private static final long RECENT_NANOS = Duration.ofMinutes(1).toNanos();

    private static final int REMEMBERED = 20_000;

    private final Sql sql;
    private final Map<UUID, Look> looks = new ConcurrentHashMap<>();
    private final Map<UUID, Long> optedOut = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    SendGate(Sql sql) {
        this.sql = sql;
    }

    private record Look(boolean open, long at) {}

    /** Fired when an announcement stops sending. */
    record Closed(UUID announcementId) {}

    boolean isOpen(UUID announcementId) {
        Look look = looks.get(announcementId);
        if (look != null && System.nanoTime() - look.at() < FRESH_NANOS) {
            return look.open();
        }
        return looks.compute(announcementId, (id, last) -> {
                    boolean fresh = last != null && System.nanoTime() - last.at() < FRESH_NANOS;
                    return fresh ? last : new Look(asked(id), System.nanoTime());
                })
                .open();
    }

    private boolean asked(UUID announcementId) {
        return sql.first(
                        "select 1 from announcement a join incident_center c on c.id = a.center_id where a.id = ? and "
                                + DeliveryLedger.MAY_SEND,
                        row -> true,
                        announcementId)
                .isPresent();
    }

    boolean hasOptedOut(UUID recipientId) {
        Long at = optedOut.get(recipientId);
        return at != null && System.nanoTime() - at < RECENT_NANOS;
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Closed closed) {
        looks.remove(closed.announcementId());
    }

    void suppressed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecipientSuppressed suppressed) {
        suppressed.recipientIds().forEach(id -> optedOut.put(id, System.nanoTime()));
    }
}
