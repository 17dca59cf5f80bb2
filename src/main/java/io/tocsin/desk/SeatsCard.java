package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.DashboardPart;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seats by state, on a center's overview. */
@ApplicationScoped
class SeatsCard implements DashboardPart {
    private final DeskSeats seats;
    private final Clock clock;

    SeatsCard(DeskSeats seats, Clock clock) {
        this.seats = seats;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance seatstates(UUID centerId, List<Line> lines, int all, long overrun);
    }

    record Line(Phrase state, long count) {}

    @Override
    public int order() {
        return 3;
    }

    @Override
    public Optional<TemplateInstance> of(UUID centerId) {
        List<DeskSeat> filled = seats.of(centerId);
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (SeatState state : SeatState.values()) {
            long count =
                    filled.stream().filter(s -> s.moment().state() == state).count();
            if (count > 0 || state == SeatState.READY || state == SeatState.BUSY) {
                lines.add(new Line(state.title(), count));
            }
        }
        Instant now = clock.instant();
        return Optional.of(Templates.seatstates(
                centerId,
                lines,
                filled.size(),
                filled.stream().filter(s -> s.moment().isOverrun(now)).count()));
    }
}
