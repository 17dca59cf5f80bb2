package io.tocsin.riskpack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes facts as their readers expect them. Every fact of the schema has a word, so that a template may ask for any:
 * what is not filled in is an empty text or an empty list. A choice's code stands under {@code <name>Code}, a number's
 * bare value under {@code <name>Value} (0 where absent).
 */
final class FactWords {
    private final Locale locale;
    private final String language;

    private FactWords(String language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.equals("en") ? "en-US" : language);
    }

    /** Values are texts, lists of texts, and numbers: nothing that JSON does not carry. */
    static Map<String, Object> of(FactSchema schema, JsonNode facts, String language) {
        FactWords writer = new FactWords(language);
        Map<String, Object> words = new TreeMap<>();
        for (FactSchema.Fact fact : schema.facts()) {
            JsonNode value = facts.path(fact.name());
            boolean blank = FactSheets.isBlank(value);
            boolean list = fact.type() == FactSchema.Type.TEXTS || fact.type() == FactSchema.Type.WORDS;
            words.put(fact.name(), !blank ? writer.write(fact, value) : list ? List.of() : "");
            if (fact.type() == FactSchema.Type.CHOICE) {
                words.put(fact.name() + FactNames.CODE, blank ? "" : value.asText());
            }
            if (fact.type() == FactSchema.Type.NUMBER) {
                words.put(fact.name() + FactNames.VALUE, blank ? 0 : value.numberValue());
            }
        }
        return words;
    }

    /** A day as it is written in a language: {@code October 13, 2016}, {@code 2016年10月13日}. */
    static String date(LocalDate day, String language) {
        return day.format(new FactWords(language).dates());
    }

    private Object write(FactSchema.Fact fact, JsonNode value) {
        return switch (fact.type()) {
            case TEXT -> text(value);
            case TEXTS -> value.valueStream().map(this::text).toList();
            case WORDS -> value.valueStream().map(JsonNode::asText).toList();
            case WORD, URL, EMAIL -> value.asText();
            case NUMBER -> NumberFormat.getNumberInstance(locale).format(value.decimalValue());
            case DATE -> LocalDate.parse(value.asText()).format(dates());
            case MOMENT -> ZonedDateTime.parse(value.asText()).format(moments());
            case MONEY -> money(value);
            case PHONE -> PhoneWords.written(value.asText(), language.equals("ja") ? "JP" : "");
            case CHOICE -> choice(fact, value.asText());
        };
    }

    private String choice(FactSchema.Fact fact, String code) {
        return fact.choices().containsKey(code) ? fact.choices().get(code).in(language) : code;
    }

    private String text(JsonNode value) {
        return value.path(language).asText("").strip();
    }

    private DateTimeFormatter dates() {
        return DateTimeFormatter.ofPattern(language.equals("ja") ? "uuuu年M月d日" : "MMMM d, uuuu", locale);
    }

    private DateTimeFormatter moments() {
        return DateTimeFormatter.ofPattern(
                language.equals("ja") ? "uuuu年M月d日 H時mm分 (z)" : "MMMM d, uuuu, HH:mm (z)", locale);
    }

    /** Written out by hand: what the JVM's locale data makes of a currency changes from release to release. */
    private String money(JsonNode value) {
        BigDecimal amount = new BigDecimal(value.path("amount").asText());
        Currency currency = Currency.getInstance(value.path("currency").asText());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : currency.getDefaultFractionDigits());
        String digits = format.format(amount);
        return switch (currency.getCurrencyCode()) {
            case "JPY" -> language.equals("ja") ? digits + "円" : "¥" + digits;
            case "USD" -> language.equals("ja") ? digits + "米ドル" : "$" + digits;
            case "EUR" -> language.equals("ja") ? digits + "ユーロ" : "€" + digits;
            default -> digits + " " + currency.getCurrencyCode();
        };
    }
}
