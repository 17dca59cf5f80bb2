package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code facts.yaml}: the facts in the order in which a person is asked for them. */
final class FactsFile {
    private static final String FILE = "facts.yaml";
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Set<String> KEYS = Set.of("type", "mandatory", "title", "meaning", "example", "choices");

    private FactsFile() {}

    static FactSchema read(PackFiles files, Findings findings) {
        List<FactSchema.Fact> facts = new ArrayList<>();
        YamlNode root = PackYaml.open(FILE, files, findings).need("facts");
        root.entries().forEach((name, node) -> {
            checkName(name, node);
            facts.add(fact(name, node));
        });
        if (root.isPresent() && facts.isEmpty()) {
            root.wrong(Phrase.of("Name at least one fact", "項目を一つ以上定義してください"));
        }
        return new FactSchema(facts);
    }

    private static void checkName(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            node.wrong(Phrase.of(
                            "'%s' cannot be the name of a fact: use letters and digits, small at the beginning",
                            "'%s' は項目名に使えません。英小文字で始まる英数字にしてください")
                    .with(name));
        }
        if (StandardFacts.ALL.contains(name)) {
            node.wrong(Phrase.of(
                            "'%s' is supplied by the center itself; choose another name",
                            "'%s' は窓口側が自動で入れる項目です。別の名前にしてください")
                    .with(name));
        }
    }

    private static FactSchema.Fact fact(String name, YamlNode node) {
        node.onlyKeys(KEYS);
        FactSchema.Type type = node.need("type").choice(FactSchema.Type.class).orElse(FactSchema.Type.WORD);
        Map<String, Phrase> choices = new LinkedHashMap<>();
        node.at("choices").entries().forEach((code, label) -> choices.put(code, label.phrase()));
        if (type == FactSchema.Type.CHOICE && choices.isEmpty()) {
            node.wrong(Phrase.of("A choice needs 'choices'", "choice 型には 'choices' が必要です"));
        }
        return new FactSchema.Fact(
                name,
                type,
                node.at("mandatory").flag(false),
                node.need("title").phrase(),
                node.need("meaning").phrase(),
                node.at("example").text(""),
                choices);
    }
}
