package io.tocsin.audience;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Audiences among a center's tabs. */
@ApplicationScoped
class AudienceNavigation implements Navigation {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                155,
                Phrase.of("Audience", "宛先"),
                "/console/centers/{centerId}/audiences",
                Set.of("crisis-manager", "supervisor", "ops", "auditor")));
    }
}
