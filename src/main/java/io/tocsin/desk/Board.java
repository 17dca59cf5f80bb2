package io.tocsin.desk;

import io.tocsin.ivr.LiveScripts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The center at a glance, for who supervises it. */
@ApplicationScoped
class Board {
    private final DeskSeats seats;
    private final Queues queues;
    private final ServiceLevels levels;
    private final Waves waves;
    private final LiveCalls calls;
    private final LiveScripts voices;
    private final Clock clock;

    Board(
            DeskSeats seats,
            Queues queues,
            ServiceLevels levels,
            Waves waves,
            LiveCalls calls,
            LiveScripts voices,
            Clock clock) {
        this.calls = calls;
        this.voices = voices;
        this.seats = seats;
        this.queues = queues;
        this.levels = levels;
        this.waves = waves;
        this.clock = clock;
    }

    /**
     * @param states how many seats are in which state
     * @param overrun seats whose break or after-call work takes longer than planned
     * @param listening whether supervisors may listen in to calls
     * @param calls of the queues, that go on
     * @param sharePercent of callers answered in time
     */
    public record View(
            List<SeatView> seats,
            Map<SeatState, Integer> states,
            List<SeatView> overrun,
            List<QueueView> queues,
            boolean listening,
            List<LiveCall> calls,
            int waiting,
            long longestWaitSeconds,
            ServiceLevel level,
            int sharePercent,
            List<Waves.WaveView> waves) {}

    View of(UUID centerId) {
        Instant now = clock.instant();
        List<DeskSeat> rows = seats.of(centerId);
        List<SeatView> views = rows.stream().map(s -> SeatView.of(s, now)).toList();
        Map<SeatState, Integer> states = new EnumMap<>(SeatState.class);
        for (SeatState state : SeatState.values()) {
            states.put(
                    state, (int) views.stream().filter(v -> v.state() == state).count());
        }
        List<QueueView> waiting = queues.now(centerId, rows);
        ServiceLevel level = levels.now(centerId);
        return new View(
                views,
                states,
                views.stream().filter(SeatView::overrun).toList(),
                waiting,
                voices.listening(centerId),
                calls.of(centerId),
                waiting.stream().mapToInt(QueueView::waiting).sum(),
                waiting.stream().mapToLong(QueueView::longestWaitSeconds).max().orElse(0),
                level,
                (int) Math.round(level.share() * 100),
                waves.of(centerId, rows));
    }
}
