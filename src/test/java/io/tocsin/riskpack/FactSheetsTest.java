package io.tocsin.riskpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactSheetsTest {
    private static final FactSchema SCHEMA = new FactSchema(List.of(
            fact("hazard", FactSchema.Type.TEXT, true),
            fact("brand", FactSchema.Type.WORD, true),
            fact("units", FactSchema.Type.NUMBER, true),
            fact("soldFrom", FactSchema.Type.DATE, false),
            fact("heldAt", FactSchema.Type.MOMENT, false),
            fact("price", FactSchema.Type.MONEY, false),
            fact("desk", FactSchema.Type.PHONE, false),
            fact("site", FactSchema.Type.URL, false),
            fact("mail", FactSchema.Type.EMAIL, false),
            new FactSchema.Fact(
                    "request",
                    FactSchema.Type.CHOICE,
                    false,
                    Phrase.same("request"),
                    Phrase.same("m"),
                    "",
                    Map.of("repair", Phrase.of("repair", "修理"))),
            fact("areas", FactSchema.Type.TEXTS, false),
            fact("models", FactSchema.Type.WORDS, false)));

    @Test
    void everythingWrongIsSaidAtOnce() {
        JsonNode facts = Json.tree("""
                {"hazard": {"en": "Fire"}, "brand": ["a"], "units": "many", "soldFrom": "13.10.2016", "heldAt": "noon",
                 "price": {"amount": "x", "currency": "USD"}, "desk": "0120", "site": "example.com", "mail": "nobody",
                 "request": "explode", "areas": {"en": "x"}, "models": "one", "nonsense": 1}""");

        List<Violation> violations = FactSheets.check(SCHEMA, facts, List.of("en", "ja"));

        assertThat(violations)
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "facts.hazard.ja",
                        "facts.brand",
                        "facts.units",
                        "facts.soldFrom",
                        "facts.heldAt",
                        "facts.price",
                        "facts.desk",
                        "facts.site",
                        "facts.mail",
                        "facts.request",
                        "facts.areas",
                        "facts.models",
                        "facts.nonsense");
    }

    @Test
    void aTextIsNeededOnlyInTheLanguagesOfTheCenter() {
        JsonNode facts = Json.tree("{\"hazard\": {\"ja\": \"火災\"}}");

        assertThat(FactSheets.check(SCHEMA, facts, List.of("ja"))).isEmpty();
    }

    @Test
    void whatIsMandatoryAndMissingIsNamedWithItsMeaning() {
        JsonNode facts = Json.tree("{\"hazard\": {\"en\": \"Fire\", \"ja\": \"  \"}, \"units\": 0}");

        assertThat(FactSheets.missing(SCHEMA, facts, List.of("en", "ja")))
                .extracting(Violation::field)
                .containsExactly("facts.hazard.ja", "facts.brand");
    }

    @Test
    void wordsAreWrittenForTheirReaders() {
        JsonNode facts = Json.tree("""
                {"hazard": {"en": "Fire", "ja": "火災"}, "units": 1900000, "soldFrom": "2016-10-13",
                 "price": {"amount": "850.00", "currency": "USD"}, "desk": "+81120797188", "request": "repair",
                 "areas": [{"en": "Ishikawa", "ja": "石川県"}], "models": ["N930"]}""");

        Map<String, Object> english = FactSheets.words(SCHEMA, facts, "en");
        Map<String, Object> japanese = FactSheets.words(SCHEMA, facts, "ja");

        assertThat(english)
                .containsEntry("hazard", "Fire")
                .containsEntry("units", "1,900,000")
                .containsEntry("unitsValue", 1900000)
                .containsEntry("soldFrom", "October 13, 2016")
                .containsEntry("price", "$850")
                .containsEntry("request", "repair")
                .containsEntry("requestCode", "repair")
                .containsEntry("areas", List.of("Ishikawa"));
        assertThat(japanese)
                .containsEntry("hazard", "火災")
                .containsEntry("soldFrom", "2016年10月13日")
                .containsEntry("price", "850米ドル")
                .containsEntry("desk", "0120-797-188")
                .containsEntry("request", "修理")
                .containsEntry("areas", List.of("石川県"));
    }

    @Test
    void aTemplateMayAskForAnyFactOfTheSchemaEvenIfItIsEmpty() {
        Map<String, Object> words = FactSheets.words(SCHEMA, Json.object(), "en");

        String text = PackTexts.render(
                "[{hazard}{#for m in models}{m}{/for}{#if brand}brand{/if}{#if unitsValue > 0}units{/if}"
                        + "{#if requestCode == 'repair'}repair{/if}]",
                words);

        assertThat(text).isEqualTo("[]");
    }

    @Test
    void wordsSurviveTheJourneyThroughJson() {
        Map<String, Object> words =
                FactSheets.words(SCHEMA, Json.tree("{\"units\": 3, \"models\": [\"a\", \"b\"]}"), "en");

        Map<?, ?> back = Json.read(Json.write(words), Map.class);

        String template = "{units}{#if unitsValue > 2}!{/if}{#for m in models}{m}{#if m_hasNext},{/if}{/for}";
        assertThat(PackTexts.render(template, Json.convert(Json.tree(back), Map.class)))
                .isEqualTo("3!a,b");
    }

    @Test
    void onlyRealChangesCount() {
        JsonNode before = Json.tree("{\"brand\": \"A\", \"units\": 1, \"site\": \"\"}");
        JsonNode after = Json.tree("{\"brand\": \"B\", \"units\": 1, \"models\": []}");

        assertThat(FactSheets.changed(before, after)).containsExactly("brand");
    }

    private static FactSchema.Fact fact(String name, FactSchema.Type type, boolean mandatory) {
        return new FactSchema.Fact(name, type, mandatory, Phrase.same(name), Phrase.same("meaning"), "", Map.of());
    }
}
