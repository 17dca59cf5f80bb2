package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.campaign.CampaignSettings.Hours;
import io.tocsin.campaign.CampaignSettings.Pickups;
import io.tocsin.platform.Violation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckLevelTest {
    @ParameterizedTest
    @CsvSource({"A,200,200", "B,200,60", "C,200,20", "D,200,4", "D,10,1", "C,11,2", "E,200,0", "A,0,0"})
    void aSampleIsNeverSmallerThanItsShare(CheckLevel level, int people, int sampled) {
        assertThat(CheckLevel.sampleSize(level.share(0.3), people)).isEqualTo(sampled);
    }

    @Test
    void everyAreaGetsItsSlotsWithItsOwnCapacity() {
        Hours morning = new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
        Hours evening = new Hours(LocalTime.of(17, 0), LocalTime.of(20, 0));
        Pickups pickups = new Pickups(
                List.of(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2)),
                List.of(morning, evening),
                5,
                Map.of("Osaka", 2),
                null);

        List<SlotPlan.Slot> slots = SlotPlan.of(pickups, List.of("Tokyo", "Osaka", "Tokyo"));

        assertThat(slots).hasSize(8);
        assertThat(slots.stream().filter(s -> s.area().equals("Osaka")))
                .allSatisfy(s -> assertThat(s.capacity()).isEqualTo(2));
        assertThat(slots.stream().filter(s -> s.area().equals("Tokyo")))
                .allSatisfy(s -> assertThat(s.capacity()).isEqualTo(5));
    }

    @Test
    void allThatIsWrongWithSettingsIsSaidAtOnce() {
        CampaignSettings wrong = new CampaignSettings(
                null,
                99,
                new CampaignSettings.Spacing(1, null, null, null, null),
                null,
                null,
                0,
                new Hours(LocalTime.of(20, 0), LocalTime.of(9, 0)),
                null,
                new Pickups(List.of(LocalDate.of(2026, 12, 1)), null, -1, null, null),
                2.0);

        assertThat(SettingsCheck.check(wrong).stream().map(Violation::field))
                .containsExactlyInAnyOrder(
                        "attempts",
                        "spacing.noAnswer",
                        "callsAtOnce",
                        "agreedShare",
                        "calling",
                        "pickups.capacity",
                        "pickups");
        assertThat(SettingsCheck.check(CampaignSettings.defaults())).isEmpty();
    }

    @Test
    void aCellNeverBeginsLikeAFormula() {
        for (String evil : List.of("=1+1", "+81", "-2", "@x", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠SUM")) {
            assertThat(PickupFile.safe(evil)).startsWith("'");
        }
        assertThat(PickupFile.safe("山田 太郎")).isEqualTo("山田 太郎");
        assertThat(PickupFile.safe("")).isEmpty();
    }
}
