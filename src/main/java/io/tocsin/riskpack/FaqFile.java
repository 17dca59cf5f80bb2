package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code faq.yaml}: what people ask, in several wordings, and the answers. */
final class FaqFile {
    private static final String FILE = "faq.yaml";

    private FaqFile() {}

    static List<FaqEntry> read(PackFiles files, PackFrame frame, Findings findings) {
        List<FaqEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node :
                PackYaml.open(FILE, files, findings).need("entries").items()) {
            node.onlyKeys(Set.of("id", "topic", "questions", "answer"));
            String id = PackYaml.id(node);
            if (!ids.add(id)) {
                node.wrong(Phrase.of("The id '%s' is used twice", "ID '%s' が重複しています")
                        .with(id));
            }
            entries.add(new FaqEntry(
                    id,
                    node.need("topic").text(),
                    questions(node.need("questions"), frame, findings),
                    PackYaml.texts(node.need("answer"), frame, findings)));
        }
        return entries;
    }

    private static Map<String, List<String>> questions(YamlNode node, PackFrame frame, Findings findings) {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        if (!node.isPresent()) {
            return questions;
        }
        Map<String, YamlNode> byLanguage = node.entries();
        byLanguage.forEach((language, list) -> {
            List<String> wordings = new ArrayList<>();
            for (YamlNode wording : list.items()) {
                PackTexts.check(wording.file(), wording.line(), wording.text(), frame.facts(), findings);
                wordings.add(wording.text());
            }
            questions.put(language, wordings);
        });
        PackYaml.needLanguages(node, byLanguage, frame.languages());
        return questions;
    }
}
