package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Types a scenario's facts into the console's form, as a person would. */
public final class FactTyping {
    private FactTyping() {}

    public static void type(Page page, String scenario) {
        DrillCenter.facts(scenario).properties().forEach(fact -> {
            String name = "facts." + fact.getKey();
            JsonNode value = fact.getValue();
            if (value.isObject()) {
                value.properties()
                        .forEach(part -> set(
                                page,
                                name + "." + part.getKey(),
                                part.getValue().asText()));
            } else if (value.isArray()) {
                set(page, name, lines(value));
            } else {
                set(page, name, value.asText());
            }
        });
    }

    private static String lines(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("\n"));
    }

    private static void set(Page page, String name, String value) {
        Locator field = page.locator("[name='" + name + "']");
        Locator folded = page.locator("details:not([open])")
                .filter(new Locator.FilterOptions().setHas(page.locator("[name='" + name + "']")));
        if (folded.count() > 0) {
            folded.first().locator("summary").first().click();
        }
        if (Boolean.TRUE.equals(field.evaluate("f => f.tagName === 'SELECT'"))) {
            field.selectOption(value);
        } else {
            field.fill(value);
        }
    }
}
