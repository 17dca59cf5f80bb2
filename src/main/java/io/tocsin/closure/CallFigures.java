package io.tocsin.closure;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The calls of a center, counted. */
@ApplicationScoped
class CallFigures {
    /** Within so many seconds a call should be answered; the usual measure of contact centers. */
    static final int TARGET_SECONDS = 20;

    private static final String CALLS = """
            select count(*), count(*) filter (where reason is not null),
                count(*) filter (where reason is not null and outcome = 'answered'),
                count(*) filter (where outcome = 'gave-up') from call where center_id = ?""";
    private static final String WAITS = """
            with queued as (select call_sid, min(at) as since from call_journal
                    where center_id = ? and action = 'wait' group by 1),
                assigned as (select call_sid, max(at) as at from call_journal
                    where center_id = ? and action = 'assigned' group by 1)
            select count(*), count(*) filter (where a.at <= q.since + make_interval(secs => ?))
            from queued q join assigned a using (call_sid) join call c on c.sid = call_sid where c.outcome = 'answered'""";

    private final Sql sql;

    CallFigures(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param wantedAPerson calls that came into a queue
     * @param timed answered calls of which the journal knows how long they waited
     * @param inTime those of them that were answered within {@link #TARGET_SECONDS}
     * @param byOutcome how calls ended; {@code none} where nobody knows
     */
    record Figures(
            int total,
            int wantedAPerson,
            int answered,
            int gaveUp,
            int timed,
            int inTime,
            Map<String, Integer> byOutcome) {
        /** In percent of those who wanted a person. */
        long answeredPercent() {
            return percent(answered, wantedAPerson);
        }

        /** In percent of the answered. */
        long inTimePercent() {
            return percent(inTime, timed);
        }

        private static long percent(int part, int whole) {
            return whole == 0 ? 0 : Math.round(100.0 * part / whole);
        }
    }

    Figures of(UUID centerId) {
        Map<String, Integer> byOutcome = new LinkedHashMap<>();
        sql.list(
                "select coalesce(outcome, 'none'), count(*) from call where center_id = ? group by 1 order by 2 desc, 1",
                row -> byOutcome.put(row.getString(1), row.getInt(2)),
                centerId);
        int[] waits = sql.first(WAITS, row -> new int[] {row.getInt(1), row.getInt(2)}, centerId, centerId, (double)
                        TARGET_SECONDS)
                .orElseThrow();
        return sql.first(
                        CALLS,
                        row -> new Figures(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                waits[0],
                                waits[1],
                                byOutcome),
                        centerId)
                .orElseThrow();
    }
}
