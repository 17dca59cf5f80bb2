package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Reckons service levels from the calls that waited. Who gives up within the wanted time counts for neither side. */
@ApplicationScoped
class ServiceLevels {
    private final Sql sql;
    private final DeskConfig config;
    private final Clock clock;

    ServiceLevels(Sql sql, DeskConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    ServiceLevel now(UUID centerId) {
        Instant now = clock.instant();
        double within = config.answerWithin().toMillis() / 1000.0;
        return sql.first(
                        """
                        select count(*) filter (where answered_at is not null or wait > ?) callers,
                            count(answered_at) answered,
                            count(*) filter (where answered_at is not null and wait <= ?) in_time
                        from (select answered_at,
                                extract(epoch from coalesce(answered_at, ended_at, ?) - queued_at) wait
                            from desk_task where center_id = ? and queued_at > ?) waits""",
                        row -> new ServiceLevel(row.getInt("callers"), row.getInt("answered"), row.getInt("in_time")),
                        within,
                        within,
                        now,
                        centerId,
                        now.minus(config.serviceWindow()))
                .orElseThrow();
    }
}
