package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code pack.yaml}: what concerns the pack as a whole. */
record PackHead(
        Phrase title,
        Phrase description,
        List<String> languages,
        Map<String, List<String>> regimes,
        int retentionDays,
        int quarantineDays) {
    private static final String FILE = "pack.yaml";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    static PackHead read(PackFiles files, Set<String> knownRegimes, Findings findings) {
        YamlNode root = PackYaml.open(FILE, files, findings);
        root.onlyKeys(Set.of("title", "description", "languages", "regimes", "retentionDays", "quarantineDays"));
        return new PackHead(
                root.need("title").phrase(),
                root.need("description").phrase(),
                languages(root),
                regimes(root.need("regimes"), knownRegimes),
                days(root.need("retentionDays")),
                days(root.need("quarantineDays")));
    }

    private static List<String> languages(YamlNode root) {
        List<YamlNode> items = root.need("languages").items();
        items.stream()
                .filter(l -> !LANGUAGES.contains(l.text()))
                .forEach(l -> l.wrong(
                        Phrase.of("'%s' is not a language code such as en or ja", "'%s' は en や ja のような言語コードではありません")
                                .with(l.text())));
        return items.stream().map(YamlNode::text).toList();
    }

    private static Map<String, List<String>> regimes(YamlNode node, Set<String> known) {
        Map<String, List<String>> regimes = new LinkedHashMap<>();
        node.entries().forEach((jurisdiction, list) -> {
            List<YamlNode> items = list.items();
            items.stream()
                    .filter(r -> !known.contains(r.text()))
                    .forEach(r -> r.wrong(Phrase.of(
                                    "There is no regime '%s' in templates/regimes", "templates/regimes に規制 '%s' がありません")
                            .with(r.text())));
            regimes.put(jurisdiction, items.stream().map(YamlNode::text).toList());
        });
        return regimes;
    }

    private static int days(YamlNode node) {
        int days = node.number();
        if (node.isPresent() && days < 1) {
            node.wrong(Phrase.of("At least one day is needed", "1日以上を指定してください"));
        }
        return days;
    }
}
