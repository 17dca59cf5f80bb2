package io.tocsin.center;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.ivr.CallFigures;
import io.tocsin.provisioning.Ledger;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The live parts of a center's overview. */
@ApplicationScoped
class Dashboard {
    private static final int MOST_OBLIGATIONS = 6;

    private final CallFigures calls;
    private final Seats seats;
    private final Obligations obligations;
    private final Ledger ledger;
    private final Clock clock;
    private final List<DashboardPart> parts;

    Dashboard(
            CallFigures calls,
            Seats seats,
            Obligations obligations,
            Ledger ledger,
            Clock clock,
            @All List<DashboardPart> parts) {
        this.calls = calls;
        this.seats = seats;
        this.obligations = obligations;
        this.ledger = ledger;
        this.clock = clock;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(DashboardPart::order))
                .toList();
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance lines(CallFigures.Figures calls, SeatFigures seats, ColumnChart chart);

        static native TemplateInstance clocks(UUID centerId, List<CenterObligation> open, int more);

        static native TemplateInstance trouble(UUID centerId, LaunchProgress progress);
    }

    /** @param filled seats with a person, signed in or not */
    record SeatFigures(long signedIn, long filled, long empty, long all) {
        static SeatFigures of(List<Seats.Seat> seats) {
            long signedIn = seats.stream().filter(s -> s.signedInAt() != null).count();
            long filled = seats.stream().filter(s -> s.personId().isPresent()).count();
            return new SeatFigures(signedIn, filled, seats.size() - filled, seats.size());
        }
    }

    Map<String, TemplateInstance> parts(UUID id) {
        Map<String, TemplateInstance> shown = new LinkedHashMap<>();
        CallFigures.Figures figures = calls.of(id);
        shown.put(
                "lines",
                Templates.lines(figures, SeatFigures.of(seats.of(id)), ColumnChart.of(figures.byFiveMinutes())));
        List<CenterObligation> open = obligations.list(id).stream()
                .filter(o -> o.state() == CenterObligation.State.OPEN)
                .sorted(Comparator.comparing(o -> o.dueAt().orElse(clock.instant())))
                .toList();
        shown.put(
                "clocks",
                Templates.clocks(
                        id,
                        open.stream().limit(MOST_OBLIGATIONS).toList(),
                        Math.max(0, open.size() - MOST_OBLIGATIONS)));
        shown.put("trouble", Templates.trouble(id, LaunchProgress.of(ledger.of(id))));
        return shown;
    }

    /** The cards of the rooms above, rendered one after the other. */
    Optional<String> more(UUID id, Locale locale) {
        StringBuilder html = new StringBuilder();
        parts.forEach(part ->
                part.of(id).ifPresent(card -> html.append(card.setLocale(locale).render())));
        return html.isEmpty() ? Optional.empty() : Optional.of(html.toString());
    }
}
