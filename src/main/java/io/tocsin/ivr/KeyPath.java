package io.tocsin.ivr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds which keys lead a caller where. Pure. */
final class KeyPath {
    private final IvrScript script;
    private final String language;
    private final boolean oneLanguage;

    KeyPath(IvrScript script, String language, boolean oneLanguage) {
        this.script = script;
        this.language = language;
        this.oneLanguage = oneLanguage;
    }

    private record Way(String node, List<String> keys) {
        Way on(String key, String target) {
            List<String> next = new ArrayList<>(keys);
            next.add(key);
            return new Way(target, next);
        }
    }

    /** Breadth first, so that the first way found has the fewest steps. */
    Optional<List<String>> to(String reason) {
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(script.start(), List.of())));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Way way = open.poll();
            Node node = script.node(way.node());
            if (node == null || !seen.add(way.node())) {
                continue;
            }
            if (node instanceof Node.Queueing queueing
                    && queueing.lane().reason().equals(reason)) {
                return Optional.of(way.keys());
            }
            open.addAll(onwards(node, way));
        }
        return Optional.empty();
    }

    private List<Way> onwards(Node node, Way way) {
        return switch (node) {
            case Node.LanguageMenu menu -> oneLanguage ? List.of(new Way(menu.next(), way.keys())) : chosen(menu, way);
            case Node.Menu menu ->
                menu.keys().entrySet().stream()
                        .map(key -> way.on(key.getKey(), key.getValue()))
                        .toList();
            case Node.Say say -> List.of(new Way(say.next(), way.keys()));
            case Node.SmsLink sms -> List.of(new Way(sms.next(), way.keys()));
            case Node.Queueing queueing -> List.of();
            case Node.Callback callback -> List.of();
            case Node.Voicemail voicemail -> List.of();
            case Node.Closing closing -> List.of();
            case Node.HangUp hangUp -> List.of();
        };
    }

    private List<Way> chosen(Node.LanguageMenu menu, Way way) {
        List<Way> ways = new ArrayList<>();
        menu.languages().entrySet().stream()
                .filter(l -> l.getValue().equals(language))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(key -> ways.add(way.on(key, menu.next())));
        menu.keys().forEach((key, target) -> ways.add(way.on(key, target)));
        return ways;
    }
}
