package io.tocsin.regime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Turns the moment of awareness into deadlines. */
public final class ObligationClock {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private ObligationClock() {}

    /**
     * A duty of a center.
     *
     * @param dueAt empty where the law sets no number and wants it without undue delay
     * @param evidence what closes it
     */
    public record Due(
            String regime,
            String code,
            Phrase title,
            String jurisdiction,
            Optional<Instant> dueAt,
            Phrase evidence,
            String source,
            boolean verified) {}

    /** The duties that regimes put on a center with these facts. */
    public static List<Due> dues(
            List<Regime> regimes, String packId, Collection<String> jurisdictions, JsonNode facts, Instant awareness) {
        List<Due> dues = new ArrayList<>();
        for (Regime regime : regimes) {
            if (!regime.appliesTo(packId, jurisdictions, facts)) {
                continue;
            }
            String jurisdiction = Jurisdictions.firstMatch(regime.jurisdictions(), new LinkedHashSet<>(jurisdictions))
                    .orElseThrow();
            regime.obligations().stream()
                    .filter(o -> Condition.all(o.when(), facts))
                    .map(o -> new Due(
                            regime.id(),
                            o.code(),
                            o.title(),
                            jurisdiction,
                            dueAt(o.deadline(), awareness, jurisdiction),
                            o.evidence(),
                            o.source(),
                            o.verified()))
                    .forEach(dues::add);
        }
        return dues;
    }

    /** Days end a second before midnight in the jurisdiction. */
    public static Optional<Instant> dueAt(Deadline deadline, Instant awareness, String jurisdiction) {
        ZoneId zone = Jurisdictions.zoneOf(jurisdiction);
        LocalDate day = awareness.atZone(zone).toLocalDate();
        return switch (deadline) {
            case Deadline.Hours d -> Optional.of(awareness.plus(Duration.ofHours(d.hours())));
            case Deadline.CalendarDays d ->
                Optional.of(endOf(day.plusDays(d.firstDayCounts() ? d.days() - 1L : d.days()), zone));
            case Deadline.WorkingDays d -> Optional.of(endOf(WorkingDays.after(day, d.days(), jurisdiction), zone));
            case Deadline.UndueDelay d -> Optional.empty();
        };
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(LAST_SECOND).atZone(zone).toInstant();
    }
}
