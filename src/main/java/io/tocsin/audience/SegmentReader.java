package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the conditions of a segment; collects everything that is wrong with them. */
final class SegmentReader {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,40})");
    private static final int MOST = 500;
    private static final int DEEPEST = 20;

    private final List<Violation> violations;
    private int depth;
    private int conditions;

    SegmentReader(List<Violation> violations) {
        this.violations = violations;
    }

    /** Null where something is wrong. */
    Criterion read(JsonNode json, String path) {
        if (++conditions > MOST || depth > DEEPEST) {
            wrong(path, Phrase.of("These are too many conditions.", "条件が多すぎます。"));
            return null;
        }
        depth++;
        try {
            if (json.has("all")) {
                return new Criterion.All(several(json.get("all"), path + ".all"));
            }
            if (json.has("any")) {
                return new Criterion.Any(several(json.get("any"), path + ".any"));
            }
            if (json.has("not")) {
                return new Criterion.Not(read(json.get("not"), path + ".not"));
            }
            return condition(json, path);
        } finally {
            depth--;
        }
    }

    private List<Criterion> several(JsonNode array, String path) {
        if (!array.isArray() || array.isEmpty()) {
            wrong(path, Phrase.of("Give a list of conditions.", "条件のリストを指定してください。"));
            return List.of();
        }
        List<Criterion> result = new ArrayList<>();
        for (int i = 0; i < array.size() && conditions <= MOST; i++) {
            Criterion criterion = read(array.get(i), path + "[" + i + "]");
            if (criterion != null) {
                result.add(criterion);
            }
        }
        return result;
    }

    private Criterion condition(JsonNode json, String path) {
        SegmentField field = SegmentField.named(json.path("field").asText("")).orElse(null);
        if (field == null) {
            wrong(
                    path + ".field",
                    Phrase.of("Name what to select by, one of: %s.", "選択に使う項目を指定してください: %s")
                            .with(SegmentField.NAMES));
            return null;
        }
        if (json.has("is")) {
            List<String> values = new ArrayList<>();
            (json.get("is").isArray() ? json.get("is") : List.of(json.get("is"))).forEach(v -> values.add(v.asText()));
            return new Criterion.Is(field, values);
        }
        if (json.path("contains").isTextual()) {
            return new Criterion.Contains(field, json.get("contains").asText());
        }
        if (json.has("known")) {
            return new Criterion.Known(field, json.get("known").asBoolean());
        }
        if (json.has("from") && json.has("to")) {
            return between(field, json, path);
        }
        wrong(
                path,
                Phrase.of(
                        "Say how to compare: is, contains, known, or from and to.",
                        "比較方法を指定してください: is、contains、known、または from と to。"));
        return null;
    }

    private Criterion between(SegmentField field, JsonNode json, String path) {
        Criterion.Numbered from = numbered(json.get("from").asText(), path + ".from");
        Criterion.Numbered to = numbered(json.get("to").asText(), path + ".to");
        if (from == null || to == null) {
            return null;
        }
        if (!from.start().equals(to.start())) {
            wrong(
                    path,
                    Phrase.of(
                            "Both ends must begin alike and differ in the number at the end only: A100 to A199. Give"
                                    + " several ranges with \"any\".",
                            "両端は末尾の番号だけが異なるようにしてください（A100〜A199 など）。複数の範囲は \"any\" で指定できます。"));
            return null;
        }
        if (from.number().compareTo(to.number()) > 0) {
            wrong(path, Phrase.of("The range ends before it begins.", "範囲の終わりが始まりより前です。"));
            return null;
        }
        return new Criterion.Between(field, from, to);
    }

    private Criterion.Numbered numbered(String text, String path) {
        String code = Texts.code(text);
        Matcher matcher = NUMBERED.matcher(code == null ? "" : code);
        if (!matcher.matches()) {
            wrong(path, Phrase.of("This must end with a number.", "末尾が番号の値を指定してください。"));
            return null;
        }
        return new Criterion.Numbered(matcher.group(1), new BigDecimal(matcher.group(2)));
    }

    private void wrong(String path, Phrase message) {
        violations.add(new Violation(path, message));
    }
}
