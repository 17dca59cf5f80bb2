package io.tocsin.desk;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Where agents and supervisors work. */
@ApplicationScoped
class DeskNavigation implements Navigation {
    private static final String CENTER = "/console/centers/{centerId}";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(5, Phrase.of("My desks", "担当デスク"), "/console/desks", Set.of("agent", "supervisor")),
                new Entry(102, Phrase.of("Desk", "デスク"), CENTER + "/desk", Set.of("agent", "supervisor")),
                new Entry(
                        104,
                        Phrase.of("Board", "ボード"),
                        CENTER + "/board",
                        Set.of("supervisor", "crisis-manager", "ops", "auditor")),
                new Entry(
                        190,
                        Phrase.of("Drills", "訓練"),
                        CENTER + "/drills",
                        Set.of("crisis-manager", "supervisor", "ops", "auditor")));
    }
}
