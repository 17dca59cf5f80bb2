package io.tocsin.center;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What crisis managers find in the console. */
@ApplicationScoped
class CenterNavigation implements Navigation {
    private static final Set<String> ALL = Set.of("crisis-manager", "supervisor", "ops", "auditor");
    private static final String CENTER = "/console/centers/{centerId}";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(10, Phrase.of("Centers", "センター"), "/console/centers", ALL),
                new Entry(11, Phrase.of("Declare an incident", "事案を登録"), "/console/declare", Set.of("crisis-manager")),
                new Entry(100, Phrase.of("Overview", "概要"), CENTER, ALL),
                new Entry(110, Phrase.of("Plan and launch", "計画と立ち上げ"), CENTER + "/launch", ALL),
                new Entry(120, Phrase.of("Open gate", "開設条件"), CENTER + "/gate", ALL),
                new Entry(130, Phrase.of("Facts", "事実"), CENTER + "/facts", ALL),
                new Entry(140, Phrase.of("Runbook", "手順"), CENTER + "/runbook", ALL),
                new Entry(150, Phrase.of("Obligations", "義務"), CENTER + "/obligations", ALL),
                new Entry(180, Phrase.of("Resources", "資源"), CENTER + "/resources", ALL),
                new Entry(90, Phrase.of("Audit log", "監査記録"), "/console/audit", Set.of("ops", "auditor")));
    }
}
