package io.tocsin.ivr;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param inTimePercent of those answered; null where none was
     * @param reasons calls by reason, most frequent first
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
            Map<String, Long> reasons,
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
                            select c.sid, c.answered_by, c.outcome,
                                min(j.at) filter (where j.action = 'wait') as queued,
                                min(j.at) filter (where j.action = 'assigned') as assigned
                            from call c left join call_journal j on j.center_id = c.center_id and j.call_sid = c.sid
                            where c.center_id = ? and c.started_at > ? group by c.sid, c.answered_by, c.outcome)
                        select count(*) as arrived, count(*) filter (where answered_by is not null) as answered,
                            count(*) filter (where outcome = 'gave-up') as gave_up,
                            round(100.0 * count(*) filter (where answered_by is not null
                                and (assigned is null or queued is null or assigned - queued <= make_interval(secs => ?)))
                                / nullif(count(*) filter (where answered_by is not null), 0))::int as in_time
                        from waits
                        """,
                        row -> new Hour(
                                row.getLong("arrived"),
                                row.getLong("answered"),
                                row.getLong("gave_up"),
                                row.getObject("in_time", Integer.class)),
                        centerId,
                        from,
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
                reasons(centerId, from),
                byFiveMinutes(centerId, from));
    }

    private Map<String, Long> reasons(UUID centerId, Instant from) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        sql.list(
                "select reason, count(*) from call where center_id = ? and started_at > ? and reason is not null"
                        + " group by reason order by count(*) desc, reason limit 8",
                row -> reasons.put(row.getString(1), row.getLong(2)),
                centerId,
                from);
        return reasons;
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
