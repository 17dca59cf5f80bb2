package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the graph as a whole: every node reachable, every caller helped, no way to be caught in it. */
final class ScriptChecks {
    private final Map<String, Node> nodes;
    private final Map<String, YamlNode> places;
    private final Findings findings;

    ScriptChecks(Map<String, Node> nodes, Map<String, YamlNode> places, Findings findings) {
        this.nodes = nodes;
        this.places = places;
        this.findings = findings;
    }

    void check(YamlNode start, List<String> languages) {
        targetsExist();
        keysAreUnique();
        if (start.isPresent() && !nodes.containsKey(start.text())) {
            if (!places.containsKey(start.text())) {
                start.wrong(noSuchNode(start.text()));
            }
        } else if (start.isPresent()) {
            allReachable(start.text());
            dangerIsOneKeyAway(nodes.get(start.text()));
        }
        noDeadEnds();
        silenceIsHelped();
        queuesAgree();
    }

    private void targetsExist() {
        nodes.values().forEach(node -> Edges.of(node).stream()
                .map(Branch::target)
                .filter(target -> !target.isEmpty() && !places.containsKey(target))
                .distinct()
                .forEach(target -> lineNaming(places.get(node.name()), target).wrong(noSuchNode(target))));
    }

    /** The line where the wrong name stands, so that the author need not search. */
    private static YamlNode lineNaming(YamlNode at, String target) {
        for (YamlNode child : at.isMap() ? at.entries().values() : List.<YamlNode>of()) {
            if (child.isText() && child.text().equals(target)) {
                return child;
            }
            if (child.isMap()) {
                YamlNode deeper = lineNaming(child, target);
                if (deeper != child) {
                    return deeper;
                }
            }
        }
        return at;
    }

    private static Phrase noSuchNode(String name) {
        return Phrase.of("There is no node '%s'", "'%s' というノードはありません").with(name);
    }

    private void keysAreUnique() {
        for (Node node : nodes.values()) {
            if (node instanceof Node.LanguageMenu menu) {
                menu.keys().keySet().stream()
                        .filter(menu.languages()::containsKey)
                        .forEach(key -> places.get(node.name())
                                .at("keys")
                                .wrong(Phrase.of("Key '%s' already chooses a language", "キー '%s' はすでに言語の選択に使われています")
                                        .with(key)));
            }
        }
    }

    private void allReachable(String start) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Node node = nodes.get(open.pop());
            if (node != null) {
                Edges.of(node).stream().map(Branch::target).filter(seen::add).forEach(open::push);
            }
        }
        places.forEach((name, place) -> {
            if (!seen.contains(name)) {
                place.wrong(Phrase.of(
                                "No caller can reach '%s': lead a key or a 'next' to it, or remove it",
                                "'%s' にはどの経路からも到達できません。キーや next でつなぐか、削除してください")
                        .with(name));
            }
        });
    }

    /** A caller in danger must not have to listen to menus. */
    private void dangerIsOneKeyAway(Node first) {
        if (!hasDangerKey(first)) {
            missingDanger(first);
        }
        // With one language the language menu is skipped, so what follows it is the first menu then.
        if (first instanceof Node.LanguageMenu menu) {
            Node second = nodes.get(menu.next());
            if (second instanceof Node.Asking && !hasDangerKey(second)) {
                missingDanger(second);
            }
        }
    }

    private boolean hasDangerKey(Node node) {
        return Edges.of(node).stream()
                .filter(branch -> branch.kind() == Branch.Kind.KEY)
                .anyMatch(branch -> nodes.get(branch.target()) instanceof Node.Danger);
    }

    private void missingDanger(Node node) {
        places.get(node.name())
                .wrong(Phrase.of(
                                "'%s' needs a key that leads to a danger-to-life node: it can be the first thing a caller hears",
                                "'%s' は最初に流れる案内になりうるため、danger-to-life ノードへのキーが必要です")
                        .with(node.name()));
    }

    private void noDeadEnds() {
        Map<String, Set<String>> reversed = new HashMap<>();
        nodes.values().forEach(node -> Edges.of(node)
                .forEach(branch -> reversed.computeIfAbsent(branch.target(), k -> new HashSet<>())
                        .add(node.name())));
        Set<String> ends = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        nodes.values().stream().filter(Edges::isEnding).forEach(node -> open.push(node.name()));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (ends.add(name)) {
                reversed.getOrDefault(name, Set.of()).forEach(open::push);
            }
        }
        nodes.keySet().stream().filter(name -> !ends.contains(name)).forEach(name -> places.get(name)
                .wrong(Phrase.of(
                                "A caller at '%s' can never reach an agent, voicemail, call-back or closing words",
                                "'%s' からは、オペレーター・留守番電話・折り返し・終了案内のいずれにも到達できません")
                        .with(name)));
    }

    /** Follows a caller who presses nothing: bound to end, and where a question was asked, with someone. */
    private void silenceIsHelped() {
        for (Node node : nodes.values()) {
            if (node instanceof Node.Asking asking) {
                helped(asking, "timeout", asking.timeout().then());
                helped(asking, "wrong-key", asking.wrongKey().then());
            } else {
                helped(node, "next", Edges.silent(node));
            }
        }
    }

    private void helped(Node from, String key, String target) {
        Set<String> passed = new HashSet<>(Set.of(from.name()));
        String at = target;
        while (nodes.get(at) != null) {
            if (!passed.add(at)) {
                places.get(from.name())
                        .at(key)
                        .wrong(Phrase.of(
                                        "A silent caller goes round for ever here ('%s' comes again): lead it to a queue or voicemail",
                                        "無言の発信者がここで永久に循環します（'%s' に戻ります）。待ち行列か留守番電話へつないでください")
                                .with(at));
                return;
            }
            Node node = nodes.get(at);
            if (Edges.isEnding(node)) {
                if (from instanceof Node.Asking && !Edges.isUseful(node)) {
                    places.get(from.name())
                            .at(key)
                            .wrong(Phrase.of(
                                            "This ends at '%s', which helps nobody: lead it to a queue, voicemail or call-back",
                                            "ここは '%s' で終わり、発信者の助けになりません。待ち行列・留守番電話・折り返しへつないでください")
                                    .with(at));
                }
                return;
            }
            at = Edges.silent(node);
        }
    }

    private void queuesAgree() {
        Map<String, Node.Lane> byQueue = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            if (node instanceof Node.Queueing queueing) {
                Node.Lane lane = queueing.lane();
                Node.Lane first = byQueue.putIfAbsent(lane.queue(), lane);
                if (first != null && !IvrScript.need(first, "").equals(IvrScript.need(lane, ""))) {
                    places.get(node.name())
                            .at("queue")
                            .wrong(Phrase.of(
                                            "Queue '%s' is described differently elsewhere: reason, skill, personal-data and priority must agree",
                                            "待ち行列 '%s' の説明が別の箇所と異なります。reason・skill・personal-data・priority を一致させてください")
                                    .with(lane.queue()));
                }
            }
        }
    }
}
