package io.tocsin.regime;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code templates/calling-hours.yaml}. */
final class CallingHoursFile {
    private static final Set<String> RULE = Set.of("weekdays", "weekends", "holidays", "source", "verified");

    private CallingHoursFile() {}

    /** The hours of each country, and those of all others. */
    record Rules(Map<String, CallingHours.Rule> countries, CallingHours.Rule others) {
        /** Working days from ten to five. */
        static final Rules STRICT = new Rules(
                Map.of(),
                new CallingHours.Rule(
                        Optional.of(new CallingHours.Window(LocalTime.of(10, 0), LocalTime.of(17, 0))),
                        Optional.empty(),
                        Optional.empty(),
                        "strictest house rule",
                        true));

        Rules {
            countries = Map.copyOf(countries);
        }

        CallingHours.Rule of(String country) {
            return countries.getOrDefault(country, others);
        }
    }

    /** Whatever is wrong goes to the findings; the result is of use only if there are none. */
    static Rules read(String file, String text, Findings findings) {
        YamlNode root = YamlNode.parse(file, text, findings);
        root.onlyKeys(Set.of("default", "countries"));
        Map<String, CallingHours.Rule> countries = new HashMap<>();
        root.at("countries").entries().forEach((country, node) -> {
            if (CountryZones.of(country).isEmpty()) {
                node.wrong(Phrase.of(
                                "'%s' is no country; use ISO 3166 codes such as US or JP",
                                "'%s' は国コードではありません。US や JP のような ISO 3166 コードを使ってください")
                        .with(country));
            }
            countries.put(country, rule(node));
        });
        return new Rules(countries, rule(root.need("default")));
    }

    private static CallingHours.Rule rule(YamlNode node) {
        node.onlyKeys(RULE);
        return new CallingHours.Rule(
                window(node.need("weekdays")),
                window(node.need("weekends")),
                window(node.need("holidays")),
                node.need("source").text(),
                node.at("verified").flag(true));
    }

    private static Optional<CallingHours.Window> window(YamlNode node) {
        String text = node.text().strip();
        if (text.isEmpty() || text.equals("none")) {
            return Optional.empty();
        }
        try {
            String[] ends = text.split("-", 2);
            return Optional.of(new CallingHours.Window(
                    LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[ends.length - 1].strip())));
        } catch (DateTimeException | IllegalArgumentException e) {
            node.wrong(Phrase.of(
                            "'%s' is no window; write for example 09:00-20:00, or none",
                            "'%s' は時間帯として読めません。例: 09:00-20:00。かけない日は none")
                    .with(text));
            return Optional.empty();
        }
    }
}
