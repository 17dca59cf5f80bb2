package io.tocsin.telephony;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import io.tocsin.riskpack.NumberType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code templates/tariffs.yaml}. */
final class TariffFile {
    private static final Set<String> ROOT = Set.of("currency", "checked", "minutesPerCall", "default", "countries");
    private static final Set<String> COUNTRY = Set.of("source", "verified", "types");
    private static final Set<String> TYPE =
            Set.of("monthly", "inboundPerMinute", "lead", "papers", "note", "source", "verified");

    private TariffFile() {}

    /**
     * @param checked the month whose prices are meant, as written
     * @param minutesPerCall to expect
     * @param known by country and type, as {@code US/freephone}
     * @param others for every other
     */
    record Book(String currency, String checked, int minutesPerCall, Map<String, Tariff> known, Tariff others) {
        /** What holds where there is no book: nothing is known. */
        static final Book EMPTY = new Book(
                "",
                "",
                5,
                Map.of(),
                new Tariff(Optional.empty(), Optional.empty(), LeadTime.WEEKS, true, Optional.empty(), "", false));

        Book {
            known = Map.copyOf(known);
        }

        Tariff of(String country, NumberType type) {
            return known.getOrDefault(country + "/" + type.word(), others);
        }
    }

    /** Whatever is wrong goes to the findings; the result is of use only if there are none. */
    static Book read(String file, String text, Findings findings) {
        YamlNode root = YamlNode.parse(file, text, findings);
        root.onlyKeys(ROOT);
        Map<String, Tariff> known = new HashMap<>();
        root.at("countries").entries().forEach((country, node) -> {
            node.onlyKeys(COUNTRY);
            String source = node.need("source").text();
            boolean verified = node.at("verified").flag(false);
            node.need("types").entries().forEach((word, type) -> numberType(word, type)
                    .ifPresent(t -> known.put(country + "/" + t.word(), tariff(type, source, verified))));
        });
        YamlNode others = root.need("default");
        return new Book(
                root.need("currency").text(),
                root.need("checked").text(),
                Math.max(1, root.at("minutesPerCall").number(5)),
                known,
                tariff(
                        others,
                        others.need("source").text(),
                        others.at("verified").flag(false)));
    }

    private static Optional<NumberType> numberType(String word, YamlNode at) {
        try {
            return Optional.of(NumberType.of(word));
        } catch (IllegalArgumentException e) {
            at.wrong(Phrase.of(
                            "'%s' is no kind of number; use local, freephone or mobile",
                            "'%s' は番号の種別ではありません。local、freephone、mobile のいずれかを使ってください")
                    .with(word));
            return Optional.empty();
        }
    }

    private static Tariff tariff(YamlNode node, String source, boolean verified) {
        node.onlyKeys(TYPE);
        return new Tariff(
                price(node.at("monthly")),
                price(node.at("inboundPerMinute")),
                node.need("lead").choice(LeadTime.class).orElse(LeadTime.WEEKS),
                node.at("papers").flag(false),
                node.at("note").isPresent() ? Optional.of(node.at("note").phrase()) : Optional.empty(),
                source,
                verified);
    }

    private static Optional<BigDecimal> price(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        try {
            BigDecimal price = new BigDecimal(node.text().strip());
            if (price.signum() >= 0) {
                return Optional.of(price);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        node.wrong(Phrase.of("'%s' is no price; write for example 2.15", "'%s' は価格として読めません。例: 2.15")
                .with(node.text()));
        return Optional.empty();
    }
}
