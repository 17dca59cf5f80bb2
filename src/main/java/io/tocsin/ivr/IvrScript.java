package io.tocsin.ivr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A checked telephone script: a graph of nodes in which every caller reaches an ending. Immutable. */
public final class IvrScript {
    private final String start;
    private final Map<String, Node> nodes;
    private final Prompts prompts;
    private final String source;

    /** @param source the file's text, from which the same script can be read again */
    IvrScript(String start, Map<String, Node> nodes, Prompts prompts, String source) {
        this.start = start;
        this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        this.prompts = prompts;
        this.source = source;
    }

    String start() {
        return start;
    }

    /** Node by name; null if there is none. */
    Node node(String name) {
        return nodes.get(name);
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    Prompts prompts() {
        return prompts;
    }

    String source() {
        return source;
    }

    /** Names of the nodes in the order of the file. */
    public List<String> nodeNames() {
        return List.copyOf(nodes.keySet());
    }

    /** Names of the nodes that hand callers to agents. */
    public List<String> queueingNodes() {
        return nodesOf(Node.Queueing.class).stream().map(Node::name).toList();
    }

    /** Every way that a caller can take out of any node. */
    public List<Branch> branches() {
        return nodes.values().stream().flatMap(node -> Edges.of(node).stream()).toList();
    }

    /** The queues that callers in these languages are sent to. */
    public List<QueueNeed> queues(List<String> languages) {
        Map<String, QueueNeed> needs = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            if (node instanceof Node.Queueing queueing) {
                for (String language : languages) {
                    QueueNeed need = need(queueing.lane(), language);
                    needs.putIfAbsent(need.name(), need);
                }
            }
        }
        return List.copyOf(needs.values());
    }

    /** What it takes to answer those whom a node queues; empty where it queues nobody. */
    public Optional<QueueNeed> need(String node, String language) {
        return nodes.get(node) instanceof Node.Queueing queueing
                ? Optional.of(need(queueing.lane(), language))
                : Optional.empty();
    }

    /**
     * The keys that bring a caller to the agents for a reason, on the shortest way.
     *
     * @param languages the center's; with one there is no question for the language
     * @return empty where no way leads to agents for that reason
     */
    public Optional<List<String>> keysTo(String reason, String language, List<String> languages) {
        return new KeyPath(this, language, languages.size() == 1).to(reason);
    }

    static QueueNeed need(Node.Lane lane, String language) {
        return new QueueNeed(
                lane.queue() + "-" + language,
                lane.reason(),
                language,
                lane.skill(),
                lane.personalData(),
                lane.priority());
    }

    /**
     * What callers hear in a language, node by node; nodes that say nothing are left out.
     *
     * @param facts fact name to words; what is missing is silent
     */
    public Map<String, String> heard(String language, Map<String, Object> facts) {
        Map<String, String> heard = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            String words = Words.of(node).stream()
                    .map(spoken -> spoken.in(language, facts))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n"));
            if (!words.isEmpty()) {
                heard.put(node.name(), words);
            }
        }
        return heard;
    }

    /** Names of the facts that callers hear anywhere; a revised one makes the published script stale. */
    public Set<String> factsUsed() {
        Set<String> used = new LinkedHashSet<>();
        factsByNode().values().forEach(used::addAll);
        Words.of(prompts).forEach(spoken -> used.addAll(spoken.facts()));
        return used;
    }

    /** Node name to the facts that it speaks. */
    public Map<String, Set<String>> factsByNode() {
        return nodes.values().stream()
                .collect(Collectors.toMap(
                        Node::name,
                        node -> Words.of(node).stream()
                                .flatMap(spoken -> spoken.facts().stream())
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    <T extends Node> List<T> nodesOf(Class<T> type) {
        Function<Node, T> cast = type::cast;
        return nodes.values().stream().filter(type::isInstance).map(cast).toList();
    }
}
