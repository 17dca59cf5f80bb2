package io.tocsin.riskpack;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fact sheets against their schema. A fact sheet is a JSON object, fact name to value; how each type is written stands
 * at {@link FactSchema.Type}. Lists of texts are arrays of objects by language.
 */
public final class FactSheets {
    private FactSheets() {}

    /** All that is wrong with what is filled in; what is absent is no matter here, see {@link #missing}. */
    public static List<Violation> check(FactSchema schema, JsonNode facts, Collection<String> languages) {
        List<Violation> violations = new ArrayList<>();
        if (facts == null || !facts.isObject()) {
            return List.of(Violation.of("facts", "Give the facts as 'name: value'", "事実は「項目名: 値」の形で入力してください"));
        }
        Map<String, FactSchema.Fact> byName = schema.byName();
        facts.properties().forEach(entry -> {
            FactSchema.Fact fact = byName.get(entry.getKey());
            if (fact == null) {
                violations.add(new Violation(
                        "facts." + entry.getKey(),
                        Phrase.of("There is no fact '%s' for this kind of incident", "この種類の事案に '%s' という項目はありません")
                                .with(entry.getKey())));
            } else if (!isBlank(entry.getValue())) {
                new FactCheck(fact, languages, violations).check(entry.getValue());
            }
        });
        return violations;
    }

    /** The mandatory facts that are not filled in, each in every language where it is a text. */
    public static List<Violation> missing(FactSchema schema, JsonNode facts, Collection<String> languages) {
        List<Violation> violations = new ArrayList<>();
        for (FactSchema.Fact fact : schema.facts()) {
            JsonNode value = facts == null ? null : facts.get(fact.name());
            if (!fact.mandatory()) {
                continue;
            }
            if (isBlank(value)) {
                violations.add(fillIn("facts." + fact.name(), fact));
            } else if (fact.type() == FactSchema.Type.TEXT && value.isObject()) {
                languages.stream()
                        .filter(language -> isBlank(value.get(language)))
                        .forEach(language -> violations.add(fillIn("facts." + fact.name() + "." + language, fact)));
            }
        }
        return violations;
    }

    private static Violation fillIn(String field, FactSchema.Fact fact) {
        return new Violation(
                field,
                Phrase.of(
                        "Fill in '" + fact.title().en() + "': " + fact.meaning().en(),
                        "「" + fact.title().ja() + "」を入力してください: "
                                + fact.meaning().ja()));
    }

    /** What templates see of a fact sheet; see {@link FactWords}. */
    public static Map<String, Object> words(FactSchema schema, JsonNode facts, String language) {
        return FactWords.of(schema, facts, language);
    }

    /** A day as it is written in a language: {@code October 13, 2016}, {@code 2016年10月13日}. */
    public static String date(LocalDate day, String language) {
        return FactWords.date(day, language);
    }

    /** The names of the facts that differ between two versions of a fact sheet. */
    public static Set<String> changed(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        Set<String> changed = new TreeSet<>();
        for (String name : names) {
            JsonNode old = before.get(name);
            JsonNode now = after.get(name);
            boolean bothBlank = isBlank(old) && isBlank(now);
            if (!bothBlank && !Objects.equals(old, now)) {
                changed.add(name);
            }
        }
        return changed;
    }

    static boolean isBlank(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isContainerNode() && value.isEmpty());
    }
}
