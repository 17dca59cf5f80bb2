package io.tocsin.center;

import io.tocsin.ivr.IvrScript;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What callers and readers meet that was made from facts which have changed since. */
@ApplicationScoped
public class Staleness {
    private final Centers centers;
    private final FactSheetVersions factSheets;
    private final PlanMaker plans;

    Staleness(Centers centers, FactSheetVersions factSheets, PlanMaker plans) {
        this.centers = centers;
        this.factSheets = factSheets;
        this.plans = plans;
    }

    /**
     * @param what the pack's file, or the step of the telephone script
     * @param facts which of its facts changed
     */
    public record Stale(String what, Phrase title, Set<String> facts) {}

    /** Compares two versions of the fact sheet. */
    public List<Stale> between(UUID id, int before, int after) {
        IncidentCenter center = centers.get(id);
        RiskPack pack = plans.pack(center);
        Set<String> changed = FactSheets.changed(
                factSheets.get(id, before).facts(), factSheets.get(id, after).facts());
        List<Stale> stale = new ArrayList<>();
        pack.filesUsing(changed).forEach((file, facts) -> {
            if (file.startsWith("notices/")) {
                stale.add(new Stale(file, Phrase.of("Notice %s", "告知 %s").with(file), new TreeSet<>(facts)));
            }
        });
        for (Map.Entry<String, Set<String>> node :
                pack.part(IvrScript.class).factsByNode().entrySet()) {
            Set<String> facts = new TreeSet<>(node.getValue());
            facts.retainAll(changed);
            if (!facts.isEmpty()) {
                stale.add(new Stale(
                        "script.yaml#" + node.getKey(),
                        Phrase.of("Telephone script, step %s", "電話スクリプトのステップ %s")
                                .with(node.getKey()),
                        facts));
            }
        }
        return stale;
    }

    /** What is live now and stale now. */
    public List<Stale> now(UUID id) {
        IncidentCenter center = centers.get(id);
        return center.liveFacts == null || center.liveFacts == center.factsVersion()
                ? List.of()
                : between(id, center.liveFacts, center.factsVersion());
    }
}
