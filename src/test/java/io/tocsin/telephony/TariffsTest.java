package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Mode;
import io.tocsin.riskpack.NumberType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TariffsTest {
    private static final Path SHIPPED = Path.of("templates/tariffs.yaml");

    @Test
    void theShippedFileHasNothingWrongAndNamesItsSources() throws Exception {
        Findings wrong = new Findings();
        TariffFile.Book book = TariffFile.read("tariffs.yaml", Files.readString(SHIPPED), wrong);

        assertThat(wrong.all()).isEmpty();
        assertThat(book.currency()).isEqualTo("USD");
        assertThat(book.known().values()).isNotEmpty().allSatisfy(t -> assertThat(t.source())
                .isNotBlank());
    }

    @Test
    void aPriceThatNobodyKnowsIsNotMadeUp() {
        Tariffs tariffs = Papers.tariffs(SHIPPED, Map.of());

        assertThat(tariffs.of("US", NumberType.FREEPHONE).monthly()).isPresent();
        assertThat(tariffs.of("JP", NumberType.FREEPHONE).monthly()).isEmpty();
        assertThat(tariffs.of("ZZ", NumberType.MOBILE).monthly()).isEmpty();
    }

    @Test
    void papersThatAreWithTheCarrierSpareTheWait() {
        Tariffs without = Papers.tariffs(SHIPPED, Map.of("us", "BU1"));
        Tariffs with = Papers.tariffs(SHIPPED, Map.of("jp-freephone", "BU1"));

        assertThat(without.lead(Mode.LIVE, "JP", NumberType.FREEPHONE)).isEqualTo(LeadTime.WEEKS);
        assertThat(with.lead(Mode.LIVE, "JP", NumberType.FREEPHONE)).isEqualTo(LeadTime.MINUTES);
        assertThat(with.lead(Mode.LIVE, "JP", NumberType.LOCAL)).isEqualTo(LeadTime.WEEKS);
        assertThat(without.lead(Mode.DRILL, "JP", NumberType.FREEPHONE)).isEqualTo(LeadTime.MINUTES);
    }

    @Test
    void everythingWrongIsNamedWithItsLineAndThenNothingIsKnown(@TempDir Path folder) throws Exception {
        String text = """
                currency: USD
                checked: 2025-01
                default: {lead: someday, source: x}
                countries:
                  US:
                    source: x
                    types:
                      pager: {lead: minutes}
                      local: {monthly: cheap, lead: minutes}
                """;
        Findings wrong = new Findings();
        TariffFile.read("t.yaml", text, wrong);
        Path file = Files.writeString(folder.resolve("t.yaml"), text);

        assertThat(wrong.all()).hasSize(3);
        assertThat(Tariffs.read(file).known()).isEmpty();
        assertThat(Tariffs.read(folder.resolve("none.yaml")).currency()).isEmpty();
    }
}
