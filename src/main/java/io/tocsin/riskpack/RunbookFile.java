package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code runbook.yaml}: who does what in which order. */
final class RunbookFile {
    private static final String FILE = "runbook.yaml";

    private RunbookFile() {}

    static List<RunbookTask> read(PackFiles files, Findings findings) {
        List<RunbookTask> tasks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : PackYaml.open(FILE, files, findings).need("tasks").items()) {
            node.onlyKeys(Set.of("id", "phase", "order", "role", "title", "what", "withinMinutes"));
            String id = PackYaml.id(node);
            if (!ids.add(id)) {
                node.wrong(Phrase.of("The id '%s' is used twice", "ID '%s' が重複しています")
                        .with(id));
            }
            tasks.add(new RunbookTask(
                    id,
                    node.need("phase").choice(RunbookTask.Phase.class).orElse(RunbookTask.Phase.FIRST_RESPONSE),
                    node.need("order").number(),
                    node.need("role").text(),
                    node.need("title").phrase(),
                    node.need("what").phrase(),
                    node.at("withinMinutes").number(0)));
        }
        tasks.sort(Comparator.comparing(RunbookTask::phase).thenComparing(RunbookTask::order));
        return tasks;
    }
}
