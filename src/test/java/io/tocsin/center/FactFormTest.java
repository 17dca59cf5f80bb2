package io.tocsin.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.console.Form;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.ShippedPacks;
import io.tocsin.stack.DrillCenter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fact sheet goes into the console's form and comes out of it as it was. */
class FactFormTest {
    @ParameterizedTest
    @CsvSource({"galaxy-note7, product-recall", "kadokawa-breach, data-breach", "noto-hotline, disaster"})
    void aFactSheetThatNobodyChangesComesBackUnchanged(String scenario, String packId) {
        RiskPack pack = ShippedPacks.pack(packId);
        JsonNode facts = DrillCenter.facts(scenario);

        Map<String, String> values = FactForm.values(pack.facts(), pack.languages(), facts);
        JsonNode back = FactForm.read(pack.facts(), pack.languages(), Form.with(values));

        assertThat(FactSheets.changed(facts, back)).isEmpty();
    }

    @Test
    void whatIsNoNumberIsLeftForTheCheckToName() {
        RiskPack pack = ShippedPacks.pack("product-recall");
        Map<String, String> values = new LinkedHashMap<>(Map.of("facts.unitsCount", "about a million"));

        JsonNode facts = FactForm.read(pack.facts(), pack.languages(), Form.with(values));

        assertThat(FactSheets.check(pack.facts(), facts, pack.languages()))
                .singleElement()
                .satisfies(v -> assertThat(v.field()).isEqualTo("facts.unitsCount"));
    }

    @Test
    void separatorsInANumberAreRead() {
        RiskPack pack = ShippedPacks.pack("product-recall");

        JsonNode facts =
                FactForm.read(pack.facts(), pack.languages(), Form.with(Map.of("facts.unitsCount", "1,900,000")));

        assertThat(facts.path("unitsCount").longValue()).isEqualTo(1_900_000);
    }
}
