package io.tocsin.closure;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The end of a center in the console's navigation. */
@ApplicationScoped
class ClosureNavigation implements Navigation {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                190,
                Phrase.of("Teardown", "撤去"),
                "/console/centers/{centerId}/teardown",
                Set.of("crisis-manager", "ops", "auditor")));
    }
}
