package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the time of seats went into, from the journal of their moves. People appear by their roster's id only. */
@ApplicationScoped
public class DeskTimes {
    private final Sql sql;
    private final Clock clock;

    DeskTimes(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A seat in one state.
     *
     * @param until now, where it is in that state still
     * @param plannedUntil for breaks and after-call work; null for others
     * @param overrunSeconds by which it took longer than planned
     * @param why what began it: the agent, call routing, a supervisor, the clock
     */
    public record Stretch(
            String seat,
            UUID person,
            SeatState state,
            Instant from,
            Instant until,
            Instant plannedUntil,
            long overrunSeconds,
            String why) {
        static Stretch of(
                String seat, UUID person, SeatState state, Instant from, Instant until, Instant planned, String why) {
            long overrun = planned == null
                    ? 0
                    : Math.max(0, Duration.between(planned, until).toSeconds());
            return new Stretch(seat, person, state, from, until, planned, overrun, why);
        }

        long seconds() {
            return Duration.between(from, until).toSeconds();
        }
    }

    /**
     * All of a seat.
     *
     * @param seconds spent in each state, checked out excepted
     * @param checkIns how often somebody sat down
     * @param overruns breaks and after-call work that took longer than planned
     */
    public record Total(String seat, int checkIns, Map<SeatState, Long> seconds, int overruns, long overrunSeconds) {
        public long minutes(SeatState state) {
            return Math.round(seconds.getOrDefault(state, 0L) / 60.0);
        }

        public long minutesAtWork() {
            return Math.round(
                    seconds.values().stream().mapToLong(Long::longValue).sum() / 60.0);
        }
    }

    /** Seat by seat, oldest first; from check-in to check-out. */
    public List<Stretch> of(UUID centerId) {
        Instant now = clock.instant();
        return sql
                .list(
                        """
                        select seat_no, person_id, to_state, at, planned_until, why,
                            lead(at) over (partition by seat_no order by id) until
                        from desk_move where center_id = ? order by seat_no, id""",
                        row -> Stretch.of(
                                row.getString("seat_no"),
                                row.getObject("person_id", UUID.class),
                                SeatState.valueOf(row.getString("to_state")),
                                Sql.instant(row, "at"),
                                row.getTimestamp("until") == null ? now : Sql.instant(row, "until"),
                                Sql.instant(row, "planned_until"),
                                row.getString("why")),
                        centerId)
                .stream()
                .filter(stretch -> stretch.state() != SeatState.CHECKED_OUT)
                .toList();
    }

    public List<Total> totals(UUID centerId) {
        Map<String, List<Stretch>> bySeat = new LinkedHashMap<>();
        of(centerId).forEach(s -> bySeat.computeIfAbsent(s.seat(), seat -> new ArrayList<>())
                .add(s));
        return bySeat.values().stream().map(DeskTimes::total).toList();
    }

    /** @param stretches of one seat, oldest first, at least one */
    static Total total(List<Stretch> stretches) {
        Map<SeatState, Long> seconds = new EnumMap<>(SeatState.class);
        int checkIns = 0;
        int overruns = 0;
        long overrun = 0;
        Instant leftAt = null;
        for (Stretch stretch : stretches) {
            seconds.merge(stretch.state(), stretch.seconds(), Long::sum);
            checkIns += stretch.from().equals(leftAt) ? 0 : 1;
            overruns += stretch.overrunSeconds() > 0 ? 1 : 0;
            overrun += stretch.overrunSeconds();
            leftAt = stretch.until();
        }
        return new Total(stretches.getFirst().seat(), checkIns, seconds, overruns, overrun);
    }
}
