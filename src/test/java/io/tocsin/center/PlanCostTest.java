package io.tocsin.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.NumberType;
import io.tocsin.telephony.LeadTime;
import io.tocsin.telephony.Papers;
import io.tocsin.telephony.Tariffs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCostTest {
    @TempDir
    Path folder;

    private Tariffs tariffs;

    @BeforeEach
    void prices() throws Exception {
        Path file = Files.writeString(folder.resolve("tariffs.yaml"), """
                currency: EUR
                checked: 2025-01
                minutesPerCall: 4
                default: {lead: weeks, papers: true, source: nobody}
                countries:
                  US:
                    source: list
                    types:
                      freephone: {monthly: 2.15, inboundPerMinute: 0.022, lead: minutes}
                      local: {monthly: 1.15, lead: days, papers: true}
                """);
        tariffs = Papers.tariffs(file, Map.of());
    }

    @Test
    void sumsWhatIsHeldAndWhatIsBought() {
        PlanCost cost = of(
                number("US", NumberType.FREEPHONE, PlanPreview.Origin.BOUGHT),
                number("US", NumberType.FREEPHONE, PlanPreview.Origin.STOCK),
                number("US", NumberType.LOCAL, PlanPreview.Origin.HELD));

        assertThat(cost.monthly()).hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("5.45"));
        assertThat(cost.onPurchase()).hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("2.15"));
        assertThat(cost.lines()).extracting(PlanCost.Line::count).containsExactly(2, 1);
        assertThat(cost.currency()).isEqualTo("EUR");
    }

    @Test
    void givesNoSumWhereAPriceIsNotKnown() {
        PlanCost cost = of(
                number("US", NumberType.FREEPHONE, PlanPreview.Origin.BOUGHT),
                number("JP", NumberType.FREEPHONE, PlanPreview.Origin.BOUGHT));

        assertThat(cost.monthly()).isEmpty();
        assertThat(cost.onPurchase()).isEmpty();
        assertThat(cost.lines().getFirst().monthly()).isPresent();
    }

    @Test
    void estimatesCallsNoMoreExactlyThanAnybodyKnows() {
        PlanCost cost = of(number("US", NumberType.FREEPHONE, PlanPreview.Origin.STOCK));

        // 61 calls of 4 minutes at 0.022 are 5.368
        assertThat(cost.usage().perHour())
                .hasValueSatisfying(m -> assertThat(m.toPlainString()).isEqualTo("5.4"));
    }

    @Test
    void namesTheSlowestNumber() {
        assertThat(slowest(number("US", NumberType.LOCAL, PlanPreview.Origin.HELD)))
                .isEmpty();
        assertThat(slowest(number("US", NumberType.LOCAL, PlanPreview.Origin.STOCK)))
                .hasValueSatisfying(s -> assertThat(s.time()).isEqualTo(LeadTime.SECONDS));
        assertThat(slowest(
                        number("US", NumberType.FREEPHONE, PlanPreview.Origin.BOUGHT),
                        number("US", NumberType.LOCAL, PlanPreview.Origin.BOUGHT)))
                .hasValueSatisfying(s -> {
                    assertThat(s.time()).isEqualTo(LeadTime.DAYS);
                    assertThat(s.type()).isEqualTo(NumberType.LOCAL);
                    assertThat(s.papers()).isTrue();
                });
        assertThat(slowest(number("FR", NumberType.LOCAL, PlanPreview.Origin.BOUGHT)))
                .hasValueSatisfying(s -> assertThat(s.time()).isEqualTo(LeadTime.WEEKS));
    }

    @Test
    void marksASourceThatNobodyChecked() {
        assertThat(of(number("US", NumberType.LOCAL, PlanPreview.Origin.HELD)).sources())
                .extracting(Phrase::en)
                .containsExactly("list (not checked by us)");
    }

    private Optional<PlanCost.Slowest> slowest(PlanPreview.Item... items) {
        return of(items).slowest();
    }

    private PlanCost of(PlanPreview.Item... items) {
        return PlanCost.of(List.of(items), 61, Mode.LIVE, tariffs);
    }

    private static PlanPreview.Item number(String country, NumberType type, PlanPreview.Origin origin) {
        return new PlanPreview.Item(
                origin == PlanPreview.Origin.HELD ? PlanPreview.Change.KEEP : PlanPreview.Change.CREATE,
                "number/main-1",
                "phone-number",
                Phrase.same("a number"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PlanPreview.NumberSource(country, type, origin)));
    }
}
