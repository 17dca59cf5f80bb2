package io.tocsin.telephony;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The number inventory in the console's navigation. */
@ApplicationScoped
class NumbersNavigation implements Navigation {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                50, Phrase.of("Numbers", "電話番号"), "/console/numbers", Set.of("ops", "crisis-manager", "auditor")));
    }
}
