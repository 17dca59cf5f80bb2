package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.console.Form;
import io.tocsin.platform.Json;
import io.tocsin.riskpack.FactSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A fact sheet as a form's values, and back. What cannot be read stays as it was typed, for the check to name it. */
final class FactForm {
    private FactForm() {}

    static Map<String, String> values(FactSchema schema, List<String> languages, JsonNode facts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (FactSchema.Fact fact : schema.facts()) {
            String name = "facts." + fact.name();
            JsonNode value = facts.path(fact.name());
            switch (fact.type()) {
                case TEXT ->
                    languages.forEach(
                            l -> values.put(name + "." + l, value.path(l).asText("")));
                case TEXTS ->
                    languages.forEach(l -> values.put(
                            name + "." + l,
                            value.valueStream().map(t -> t.path(l).asText("")).collect(Collectors.joining("\n"))));
                case WORDS ->
                    values.put(name, value.valueStream().map(JsonNode::asText).collect(Collectors.joining("\n")));
                case MONEY -> {
                    values.put(name + ".amount", value.path("amount").asText(""));
                    values.put(name + ".currency", value.path("currency").asText(""));
                }
                case WORD, NUMBER, DATE, MOMENT, PHONE, URL, EMAIL, CHOICE -> values.put(name, value.asText(""));
            }
        }
        return values;
    }

    static ObjectNode read(FactSchema schema, List<String> languages, Form form) {
        ObjectNode facts = Json.object();
        for (FactSchema.Fact fact : schema.facts()) {
            String name = "facts." + fact.name();
            switch (fact.type()) {
                case TEXT -> {
                    ObjectNode text = Json.object();
                    languages.stream()
                            .filter(l -> !form.value(name + "." + l).isEmpty())
                            .forEach(l -> text.put(l, form.value(name + "." + l)));
                    put(facts, fact, text);
                }
                case TEXTS -> put(facts, fact, texts(name, languages, form));
                case WORDS -> {
                    ArrayNode words = Json.mapper().createArrayNode();
                    lines(form.value(name)).forEach(words::add);
                    put(facts, fact, words);
                }
                case MONEY -> {
                    String amount = form.value(name + ".amount");
                    String currency = form.value(name + ".currency");
                    if (!amount.isEmpty() || !currency.isEmpty()) {
                        facts.putObject(fact.name()).put("amount", amount).put("currency", currency);
                    }
                }
                case NUMBER -> {
                    if (!form.value(name).isEmpty()) {
                        facts.set(fact.name(), number(form.value(name)));
                    }
                }
                case WORD, DATE, MOMENT, PHONE, URL, EMAIL, CHOICE -> {
                    if (!form.value(name).isEmpty()) {
                        facts.put(fact.name(), form.value(name));
                    }
                }
            }
        }
        // read as a stored sheet is read, so that equal facts are equal
        return (ObjectNode) Json.tree(facts.toString());
    }

    private static void put(ObjectNode facts, FactSchema.Fact fact, JsonNode value) {
        if (!value.isEmpty()) {
            facts.set(fact.name(), value);
        }
    }

    /** The first line of each language belong together, and so on. */
    private static ArrayNode texts(String name, List<String> languages, Form form) {
        Map<String, List<String>> byLanguage = new LinkedHashMap<>();
        languages.forEach(l -> byLanguage.put(l, lines(form.value(name + "." + l))));
        int most = byLanguage.values().stream().mapToInt(List::size).max().orElse(0);
        ArrayNode texts = Json.mapper().createArrayNode();
        for (int i = 0; i < most; i++) {
            ObjectNode text = texts.addObject();
            for (Map.Entry<String, List<String>> entry : byLanguage.entrySet()) {
                if (i < entry.getValue().size()) {
                    text.put(entry.getKey(), entry.getValue().get(i));
                }
            }
        }
        return texts;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add);
        return lines;
    }

    private static JsonNode number(String typed) {
        try {
            BigDecimal value = new BigDecimal(typed.replace(",", ""));
            return value.stripTrailingZeros().scale() <= 0
                            && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                    ? Json.mapper().getNodeFactory().numberNode(value.longValue())
                    : DecimalNode.valueOf(value);
        } catch (NumberFormatException e) {
            return Json.mapper().getNodeFactory().textNode(typed);
        }
    }
}
