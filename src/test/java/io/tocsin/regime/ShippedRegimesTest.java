package io.tocsin.regime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedRegimesTest {
    private static final Instant AWARENESS = Instant.parse("2024-06-08T00:00:00Z");
    private final RegimeFolder folder = RegimeFolder.read(Path.of("templates/regimes"));

    @Test
    void allTenAreReadable() {
        assertThat(folder.findings()).isEmpty();
        assertThat(folder.regimes())
                .containsOnlyKeys(
                        "appi",
                        "cpsc",
                        "fda",
                        "gdpr",
                        "gpsr",
                        "hipaa",
                        "jis-s-0104",
                        "jp-product-safety",
                        "nhtsa",
                        "tcpa");
    }

    @Test
    void whatIsFromMemoryIsMarked() {
        assertThat(folder.regimes().get("cpsc").obligations())
                .filteredOn(o -> o.code().equals("immediate-report"))
                .singleElement()
                .satisfies(o -> assertThat(o.verified()).isFalse());
    }

    @Test
    void aMaliciousBreachHasSixtyDaysForItsFinalReportAndAnyOtherThirty() {
        assertThat(finalReport("yes")).contains(Instant.parse("2024-08-06T14:59:59Z"));
        assertThat(finalReport("no")).contains(Instant.parse("2024-07-07T14:59:59Z"));
    }

    @Test
    void theUnionsRulesHoldInEachMemberState() {
        JsonNode facts = Json.tree("{\"highRisk\": \"no\"}");

        assertThat(dues("gdpr", "data-breach", "FR", facts))
                .extracting(ObligationClock.Due::code)
                .contains("authority-notification")
                .doesNotContain("tell-the-people");
        assertThat(dues("gdpr", "data-breach", "JP", facts)).isEmpty();
    }

    @Test
    void hipaaHoldsOnlyForHealthDataAndKeepsTheNumberForNinetyDays() {
        Regime hipaa = folder.regimes().get("hipaa");

        assertThat(hipaa.appliesTo("data-breach", List.of("US"), Json.tree("{\"healthData\": \"no\"}")))
                .isFalse();
        assertThat(hipaa.numberHold()).hasValueSatisfying(h -> {
            assertThat(h.days()).isEqualTo(90);
            assertThat(h.freephoneOnly()).isTrue();
        });
    }

    private Optional<Instant> finalReport(String malicious) {
        return dues("appi", "data-breach", "JP", Json.tree("{\"malicious\": \"" + malicious + "\"}")).stream()
                .filter(d -> d.code().equals("final-report"))
                .findFirst()
                .flatMap(ObligationClock.Due::dueAt);
    }

    private List<ObligationClock.Due> dues(String regime, String pack, String jurisdiction, JsonNode facts) {
        return ObligationClock.dues(
                List.of(folder.regimes().get(regime)), pack, List.of(jurisdiction), facts, AWARENESS);
    }
}
