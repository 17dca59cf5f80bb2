package io.tocsin.inquiry;

import io.tocsin.platform.Remembered;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Why people turn to a center, counted for those who watch it: once per moment, however many watch. */
@ApplicationScoped
class ReasonCounts {
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration LATELY = Duration.ofHours(1);
    private static final int MOST = 64;

    private final Sql sql;
    private final Clock clock;
    private final Remembered<Asked, List<Count>> counted = new Remembered<>(MOST);

    ReasonCounts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Asked(UUID center, long moment) {}

    /**
     * @param reason null where nobody recorded any
     * @param open not resolved yet
     * @param lately came within the last hour
     */
    record Count(String reason, long all, long open, long lately) {}

    /** The most frequent first. */
    List<Count> of(UUID centerId) {
        Instant now = clock.instant();
        return counted.get(new Asked(centerId, now.toEpochMilli() / MOMENT.toMillis()), () -> count(centerId, now));
    }

    private List<Count> count(UUID centerId, Instant now) {
        return sql.list(
                "select reason, count(*) as whole, count(*) filter (where state <> 'RESOLVED') as open,"
                        + " count(*) filter (where received_at > ?) as lately from inquiry where center_id = ?"
                        + " group by reason order by whole desc, reason",
                row -> new Count(
                        row.getString("reason"), row.getLong("whole"), row.getLong("open"), row.getLong("lately")),
                now.minus(LATELY),
                centerId);
    }
}
