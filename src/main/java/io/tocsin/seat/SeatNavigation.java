package io.tocsin.seat;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Roster and seats in the console's navigation. */
@ApplicationScoped
class SeatNavigation implements Navigation {
    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(60, Phrase.of("Roster", "名簿"), "/console/roster", Set.of("crisis-manager", "ops", "auditor")),
                new Entry(
                        185,
                        Phrase.of("Seats", "席"),
                        "/console/centers/{centerId}/seats",
                        Set.of("crisis-manager", "supervisor", "ops", "auditor")));
    }
}
