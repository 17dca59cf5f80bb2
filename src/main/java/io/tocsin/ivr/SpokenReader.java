package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import io.tocsin.riskpack.PackFrame;
import io.tocsin.riskpack.PackTexts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads words in every language of the pack and refuses a fact that the pack does not declare. */
final class SpokenReader {
    private final PackFrame frame;
    private final Findings findings;

    SpokenReader(PackFrame frame, Findings findings) {
        this.frame = frame;
        this.findings = findings;
    }

    Spoken need(YamlNode parent, String key) {
        return read(parent.need(key), false);
    }

    Spoken needWaiting(YamlNode parent, String key) {
        return read(parent.need(key), true);
    }

    private Spoken read(YamlNode at, boolean waiting) {
        if (!at.isPresent()) {
            return Spoken.NOTHING;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        Map<String, YamlNode> given = at.entries();
        for (String language : frame.languages()) {
            YamlNode text = given.get(language);
            if (text == null || text.text().isBlank()) {
                (text == null ? at : text)
                        .wrong(Phrase.of("The words in '%s' are missing", "'%s' の文がありません")
                                .with(language));
            } else {
                texts.put(language, text.text());
                names.addAll(names(text, waiting));
            }
        }
        at.onlyKeys(Set.copyOf(frame.languages()));
        return new Spoken(texts, names);
    }

    private Set<String> names(YamlNode text, boolean waiting) {
        Set<String> known = ScriptNames.known(frame, waiting);
        Set<String> used = PackTexts.names(text.file(), text.line(), text.text(), findings);
        for (String name : used) {
            if (!known.contains(name)) {
                text.wrong(Phrase.of(
                                "'{%s}' is not a fact of this pack: declare it in facts.yaml or correct the name",
                                "'{%s}' はこのパックの項目にありません。facts.yaml に追加するか、名前を直してください")
                        .with(name));
            }
        }
        return used;
    }
}
