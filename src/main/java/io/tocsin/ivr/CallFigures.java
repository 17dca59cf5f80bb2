package io.tocsin.ivr;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How the telephone of a center stands, read from the call journal. */
@ApplicationScoped
public class CallFigures {
    /** A call that was answered within this time counts as served in time. */
    public static final Duration IN_TIME = Duration.ofSeconds(20);

    private static final Duration SPAN = Duration.ofHours(1);
    /** A call whose end nobody told us of does not wait for ever. */
    private static final Duration LONGEST_CALL = Duration.ofHours(2);

    private final Sql sql;
    private final Clock clock;

    CallFigures(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param waiting queued now
     * @param waitingSince of the one who waits longest; null where nobody does
     * @param talking with an agent now
     * @param arrived within the last hour, as are the following
     * @param inTimePercent of those who waited to the end, or longer than wanted; null where there were none
     * @param byFiveMinutes calls that arrived, oldest first, 12 numbers
     */
    public record Figures(
            long waiting,
            Instant waitingSince,
            long talking,
            long arrived,
            long answered,
            long gaveUp,
            Integer inTimePercent,
            List<Long> byFiveMinutes) {}

    private record Now(long waiting, Instant since, long talking) {}

    private record Hour(long arrived, long answered, long gaveUp, Integer inTime) {}

    public Figures of(UUID centerId) {
        Instant now = clock.instant();
        Instant from = now.minus(SPAN);
        Now present = sql.first(
                        """
                select count(*) filter (where answered_by is null and reason is not null) as waiting,
                    min(started_at) filter (where answered_by is null and reason is not null) as since,
                    count(*) filter (where answered_by is not null) as talking
                from call where center_id = ? and started_at > ? and ended_at is null
                """,
                        row -> new Now(row.getLong("waiting"), Sql.instant(row, "since"), row.getLong("talking")),
                        centerId,
                        now.minus(LONGEST_CALL))
                .orElseThrow();
        Hour hour = sql.first(
                        """
                        with waits as (
                            select c.sid, c.answered_by, c.outcome, extract(epoch from
                                coalesce(min(j.at) filter (where j.action = 'assigned'), c.ended_at, ?)
                                - min(j.at) filter (where j.action = 'wait')) as wait
                            from call c left join call_journal j on j.center_id = c.center_id and j.call_sid = c.sid
                            where c.center_id = ? and c.started_at > ?
                            group by c.sid, c.answered_by, c.outcome, c.ended_at)
                        select count(*) as arrived, count(*) filter (where answered_by is not null) as answered,
                            count(*) filter (where outcome = 'gave-up') as gave_up,
                            round(100.0 * count(*) filter (where answered_by is not null and coalesce(wait, 0) <= ?)
                                / nullif(count(*) filter (where answered_by is not null or wait > ?), 0))::int as in_time
                        from waits
                        """,
                        row -> new Hour(
                                row.getLong("arrived"),
                                row.getLong("answered"),
                                row.getLong("gave_up"),
                                row.getObject("in_time", Integer.class)),
                        now,
                        centerId,
                        from,
                        (double) IN_TIME.toSeconds(),
                        (double) IN_TIME.toSeconds())
                .orElseThrow();
        return new Figures(
                present.waiting(),
                present.since(),
                present.talking(),
                hour.arrived(),
                hour.answered(),
                hour.gaveUp(),
                hour.inTime(),
                byFiveMinutes(centerId, from));
    }

    private List<Long> byFiveMinutes(UUID centerId, Instant from) {
        return sql.list(
                "select count(c.sid) from generate_series(0, 11) n left join call c on c.center_id = ?"
                        + " and c.started_at > ?::timestamptz + n * interval '5 minutes'"
                        + " and c.started_at <= ?::timestamptz + (n + 1) * interval '5 minutes' group by n order by n",
                row -> row.getLong(1),
                centerId,
                from,
                from);
    }
}
