package io.tocsin.regime;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one demand on notices. */
final class NoticeRuleFile {
    private static final Set<String> CHANNELS = Set.of("sms", "email", "web", "press", "letter", "social");
    /** Short messages point to the whole notice; what a law demands stands there. */
    private static final List<String> WHOLE_NOTICES = List.of("web", "press", "letter", "email");

    private static final List<String> KINDS = List.of("says", "states", "statesOneOf", "never", "opensWith");

    private NoticeRuleFile() {}

    static Optional<NoticeRule> read(YamlNode node) {
        node.onlyKeys(Set.of(
                "article",
                "title",
                "channels",
                "when",
                "verified",
                "in",
                "says",
                "states",
                "statesOneOf",
                "never",
                "opensWith"));
        NoticeRule.Scope scope = new NoticeRule.Scope(
                node.need("article").text(),
                node.need("title").phrase(),
                channels(node.at("channels")),
                RegimeFile.conditions(node.at("when")),
                node.at("verified").flag(true));
        for (String kind : KINDS) {
            YamlNode value = node.at(kind);
            if (value.isPresent()) {
                return Optional.of(rule(kind, scope, node, value));
            }
        }
        node.wrong(Phrase.of("Give one of: %s", "次のいずれかを指定してください: %s").with(String.join(", ", KINDS)));
        return Optional.empty();
    }

    private static NoticeRule rule(String kind, NoticeRule.Scope scope, YamlNode node, YamlNode value) {
        return switch (kind) {
            case "says" ->
                new NoticeRule.Says(
                        scope,
                        node.at("in").choice(NoticeRule.Place.class).orElse(NoticeRule.Place.TEXT),
                        words(value));
            case "states" -> new NoticeRule.States(scope, RegimeFile.texts(value));
            case "statesOneOf" -> new NoticeRule.StatesOneOf(scope, RegimeFile.texts(value));
            case "never" -> new NoticeRule.Never(scope, words(value));
            default -> new NoticeRule.OpensWith(scope, value.texts());
        };
    }

    private static Map<String, List<String>> words(YamlNode node) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        node.entries().forEach((language, list) -> words.put(language, RegimeFile.texts(list)));
        return words;
    }

    private static List<String> channels(YamlNode node) {
        if (!node.isPresent()) {
            return WHOLE_NOTICES;
        }
        for (YamlNode item : node.items()) {
            if (!CHANNELS.contains(item.text())) {
                item.wrong(Phrase.of("'%s' is no channel; use one of: %s", "'%s' というチャネルはありません。使えるのは: %s")
                        .with(
                                item.text(),
                                String.join(", ", CHANNELS.stream().sorted().toList())));
            }
        }
        return RegimeFile.texts(node);
    }
}
