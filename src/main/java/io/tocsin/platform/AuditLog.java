package io.tocsin.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Who did what, when. The application may only add to it (see migration V010). */
@ApplicationScoped
public class AuditLog {
    private final Sql sql;
    private final Clock clock;

    AuditLog(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Adds an entry in the surrounding transaction.
     *
     * @param action a verb with its object: {@code center.opened}
     * @param subject what it was done to
     * @param centerId null where no center is concerned
     */
    public void record(String actor, String action, String subject, UUID centerId, Map<String, ?> details) {
        sql.update(
                "insert into audit_log (at, actor, action, subject, center_id, details) values (?, ?, ?, ?, ?, ?)",
                clock.instant(),
                actor,
                action,
                subject,
                centerId,
                Sql.json(details));
    }
}
