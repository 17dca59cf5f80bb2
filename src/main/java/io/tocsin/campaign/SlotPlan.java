package io.tocsin.campaign;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

/** The pick-up slots that settings give to areas. Pure. */
final class SlotPlan {
    private SlotPlan() {}

    record Slot(String area, LocalDate day, LocalTime opens, LocalTime closes, int capacity) {}

    static List<Slot> of(CampaignSettings.Pickups pickups, Collection<String> areas) {
        return areas.stream()
                .distinct()
                .sorted()
                .flatMap(area -> pickups.days().stream()
                        .distinct()
                        .flatMap(day -> pickups.windows().stream()
                                .map(w -> new Slot(
                                        area,
                                        day,
                                        w.from(),
                                        w.until(),
                                        pickups.capacities().getOrDefault(area, pickups.capacity())))))
                .toList();
    }
}
