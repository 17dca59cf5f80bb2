package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.riskpack.PackTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words to be spoken: one template per language.
 *
 * @param texts language code to template
 * @param names what the templates refer to, all languages together
 */
record Spoken(Map<String, String> texts, Set<String> names) {
    static final Spoken NOTHING = new Spoken(Map.of(), Set.of());

    Spoken {
        texts = Map.copyOf(texts);
        names = Set.copyOf(names);
    }

    /** Words that were checked before. */
    static Spoken of(Map<String, String> texts) {
        Set<String> names = new HashSet<>();
        texts.values().forEach(text -> names.addAll(PackTexts.names("", 0, text, new Findings())));
        return new Spoken(texts, names);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The facts behind the names: {@code injuriesValue} and {@code hazardKindCode} stand for their facts. */
    Set<String> facts() {
        Set<String> facts = new TreeSet<>();
        for (String name : names) {
            if (ScriptNames.isFact(name)) {
                facts.add(name);
                facts.add(name.replaceFirst("(Code|Value)$", ""));
            }
        }
        return facts;
    }

    /** The words in a language. A fact that is not known reads as nothing: a caller must always be answered. */
    String in(String language, Map<String, Object> facts) {
        String text = texts.get(language);
        if (text == null) {
            return "";
        }
        Map<String, Object> known = new HashMap<>();
        names.forEach(name -> known.put(name, ""));
        facts.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return PackTexts.render(text, known).strip();
    }
}
