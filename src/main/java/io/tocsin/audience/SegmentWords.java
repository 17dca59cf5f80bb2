package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions of a segment in plain words. */
final class SegmentWords {
    private static final Map<String, Phrase> FIELDS = Map.of(
            "model", Phrase.of("model", "型番"),
            "serial", Phrase.of("serial number", "製造番号"),
            "lot", Phrase.of("lot", "ロット"),
            "region", Phrase.of("region", "地域"),
            "country", Phrase.of("country", "国"),
            "language", Phrase.of("language", "言語"),
            "zone", Phrase.of("time zone", "タイムゾーン"),
            "phoneKind", Phrase.of("kind of phone", "電話の種類"),
            "email", Phrase.of("e-mail", "メール"),
            "optedOut", Phrase.of("opted out", "配信停止"));

    private SegmentWords() {}

    static Phrase of(JsonNode criteria) {
        if (criteria == null || criteria.isEmpty()) {
            return Phrase.of("everybody", "全員");
        }
        if (criteria.has("all")) {
            return joined(criteria.path("all"), " and ", "、かつ ");
        }
        if (criteria.has("any")) {
            return joined(criteria.path("any"), " or ", "、または ");
        }
        if (criteria.has("not")) {
            Phrase not = of(criteria.path("not"));
            return Phrase.of("not (" + not.en() + ")", "（" + not.ja() + "）以外");
        }
        return condition(criteria);
    }

    private static Phrase condition(JsonNode c) {
        String name = c.path("field").asText();
        // the list's own columns have the list's own names
        Phrase field = FIELDS.getOrDefault(name, Phrase.same(name.substring(name.indexOf('.') + 1)));
        if (c.has("is")) {
            List<String> values = new ArrayList<>();
            (c.path("is").isArray() ? c.path("is") : List.of(c.path("is"))).forEach(v -> values.add(v.asText()));
            return Phrase.of(
                    field.en() + " " + String.join(" or ", values), field.ja() + "が " + String.join("・", values));
        }
        if (c.has("from")) {
            String range = c.path("from").asText() + "–" + c.path("to").asText();
            return Phrase.of(field.en() + " " + range, field.ja() + "が " + range);
        }
        if (c.has("contains")) {
            String text = c.path("contains").asText();
            return Phrase.of(field.en() + " contains “" + text + "”", field.ja() + "に「" + text + "」を含む");
        }
        boolean known = c.path("known").asBoolean();
        return Phrase.of(field.en() + (known ? " is known" : " is not known"), field.ja() + (known ? "が分かる" : "が不明"));
    }

    private static Phrase joined(JsonNode of, String en, String ja) {
        List<String> english = new ArrayList<>();
        List<String> japanese = new ArrayList<>();
        of.forEach(c -> {
            Phrase words = of(c);
            english.add(words.en());
            japanese.add(words.ja());
        });
        return Phrase.of(String.join(en, english), String.join(ja, japanese));
    }
}
