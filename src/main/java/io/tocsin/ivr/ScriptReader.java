package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import io.tocsin.riskpack.PackFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code script.yaml}; {@link ScriptChecks} then looks at the graph as a whole. */
final class ScriptReader {
    private static final Set<String> RESERVED = Set.of("entry", "fallback", "status", "conference");

    private final NodeReader nodeReader;
    private final SpokenReader spoken;
    private final Findings findings;

    private ScriptReader(PackFrame frame, Findings findings) {
        this.findings = findings;
        this.spoken = new SpokenReader(frame, findings);
        this.nodeReader = new NodeReader(spoken, frame.languages(), findings);
    }

    /** The script, and the findings if it has any fault; with findings the script must not be used. */
    static IvrScript read(String file, String text, PackFrame frame, Findings findings) {
        return new ScriptReader(frame, findings).script(YamlNode.parse(file, text, findings), text, frame);
    }

    private IvrScript script(YamlNode root, String text, PackFrame frame) {
        if (!root.isPresent()) {
            return new IvrScript("", Map.of(), noPrompts(), text);
        }
        root.onlyKeys(Set.of("start", "prompts", "nodes"));
        YamlNode start = root.need("start");
        Prompts prompts = prompts(root.need("prompts"));
        Map<String, YamlNode> places = root.need("nodes").entries();
        Map<String, Node> nodes = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            name(name, place);
            nodeReader.read(name, place).ifPresent(node -> nodes.put(name, node));
        });
        new ScriptChecks(nodes, places, findings).check(start, frame.languages());
        return new IvrScript(start.text(), nodes, prompts, text);
    }

    private void name(String name, YamlNode place) {
        if (!name.matches("[a-z][a-z0-9-]{0,39}") || RESERVED.contains(name)) {
            place.wrong(Phrase.of(
                            "'%s' cannot be a node's name: use small letters, digits and hyphens, but not entry, fallback, status or conference",
                            "'%s' はノード名に使えません。英小文字・数字・ハイフンを使い、entry・fallback・status・conference は避けてください")
                    .with(name));
        }
    }

    private Prompts prompts(YamlNode at) {
        if (!at.isPresent()) {
            return noPrompts();
        }
        at.onlyKeys(Set.of("no-key", "wrong-key", "preparing", "waiting", "listening", "closed-until"));
        return new Prompts(
                spoken.need(at, "no-key"),
                spoken.need(at, "wrong-key"),
                spoken.need(at, "preparing"),
                spoken.needWaiting(at, "waiting"),
                at.at("listening").isPresent() ? spoken.need(at, "listening") : Spoken.NOTHING,
                spoken.need(at, "closed-until"));
    }

    private static Prompts noPrompts() {
        return new Prompts(
                Spoken.NOTHING, Spoken.NOTHING, Spoken.NOTHING, Spoken.NOTHING, Spoken.NOTHING, Spoken.NOTHING);
    }
}
