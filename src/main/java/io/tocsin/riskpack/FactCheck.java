package io.tocsin.riskpack;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks the value of one fact, in words that the person who filled it in understands. */
final class FactCheck {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private final FactSchema.Fact fact;
    private final Collection<String> languages;
    private final List<Violation> violations;

    FactCheck(FactSchema.Fact fact, Collection<String> languages, List<Violation> violations) {
        this.fact = fact;
        this.languages = languages;
        this.violations = violations;
    }

    void check(JsonNode value) {
        switch (fact.type()) {
            case TEXT -> text(value, "");
            case TEXTS -> texts(value);
            case WORD -> require(value.isTextual(), "Give a single word or name", "一つの語句を入力してください");
            case WORDS ->
                require(value.isArray() && all(value, JsonNode::isTextual), "Give a list of words", "語句のリストを入力してください");
            case NUMBER ->
                require(
                        value.isNumber() && value.decimalValue().signum() >= 0,
                        "Give a number of 0 or more, without separators",
                        "0以上の数を、区切り記号なしで入力してください");
            case DATE ->
                require(
                        value.isTextual() && reads(() -> LocalDate.parse(value.textValue())),
                        "Give a date such as 2016-10-13",
                        "2016-10-13 のような日付を入力してください");
            case MOMENT ->
                require(
                        value.isTextual() && reads(() -> ZonedDateTime.parse(value.textValue())),
                        "Give a date and time with zone such as 2024-06-08T10:00+09:00",
                        "2024-06-08T10:00+09:00 のような時差付きの日時を入力してください");
            case MONEY ->
                require(
                        isMoney(value),
                        "Give an amount and a currency such as 850.00 and USD",
                        "金額と通貨(例: 850.00 と USD)を入力してください");
            case PHONE ->
                require(
                        value.isTextual() && PhoneWords.isE164(value.textValue()),
                        "Give a phone number with country code such as +18443656197",
                        "国番号付きの電話番号(例: +81120797188)を入力してください");
            case URL ->
                require(
                        value.isTextual() && isUrl(value.textValue()),
                        "Give a web address that begins with https://",
                        "https:// で始まるURLを入力してください");
            case EMAIL ->
                require(
                        value.isTextual() && EMAIL.matcher(value.textValue()).matches(),
                        "Give an e-mail address",
                        "メールアドレスを入力してください");
            case CHOICE ->
                require(
                        value.isTextual() && fact.choices().containsKey(value.textValue()),
                        "Choose one of: " + String.join(", ", fact.choices().keySet()),
                        "次から選んでください: " + String.join(", ", fact.choices().keySet()));
        }
    }

    private void texts(JsonNode value) {
        if (!value.isArray()) {
            wrong("", "Give a list of texts, each in every language", "各言語の文のリストを入力してください");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            text(value.get(i), "[" + i + "]");
        }
    }

    private void text(JsonNode value, String place) {
        if (!value.isObject()) {
            wrong(place, "Give this text by language: en, ja", "この文は言語ごと(en, ja)に入力してください");
            return;
        }
        for (String language : languages) {
            JsonNode words = value.get(language);
            if (FactSheets.isBlank(words)) {
                wrong(
                        place + "." + language,
                        "Give this text in language '" + language + "', too",
                        "この文を言語 '" + language + "' でも入力してください");
            }
        }
        value.properties().stream()
                .filter(e -> !e.getValue().isTextual())
                .forEach(e -> wrong(place + "." + e.getKey(), "Give plain text", "文字列を入力してください"));
    }

    private void require(boolean holds, String en, String ja) {
        if (!holds) {
            wrong("", en, ja);
        }
    }

    private void wrong(String place, String en, String ja) {
        violations.add(new Violation(
                "facts." + fact.name() + place,
                Phrase.of(fact.title().en() + ": " + en, fact.title().ja() + ": " + ja)));
    }

    private static boolean isMoney(JsonNode value) {
        return value.isObject()
                && value.path("amount").isTextual()
                && value.path("currency").isTextual()
                && reads(() -> new BigDecimal(value.get("amount").textValue()))
                && reads(() -> Currency.getInstance(value.get("currency").textValue()));
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> holds) {
        return list.valueStream().allMatch(holds);
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
