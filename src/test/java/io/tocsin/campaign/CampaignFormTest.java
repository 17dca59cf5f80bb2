package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.console.Form;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignFormTest {
    @Test
    void givesBackTheSettingsThatItWasFilledInWith() {
        CampaignSettings settings = new CampaignSettings(
                CampaignSettings.Dialing.PREVIEW,
                3,
                new CampaignSettings.Spacing(60, 10, 120, 180, 90),
                20,
                false,
                7,
                new CampaignSettings.Hours(LocalTime.of(10, 0), LocalTime.of(18, 30)),
                List.of("K1", "K2"),
                new CampaignSettings.Pickups(
                        List.of(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1)),
                        List.of(new CampaignSettings.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0))),
                        5,
                        Map.of("東京都", 20),
                        "depot"),
                0.25);

        assertThat(CampaignForm.read(CampaignForm.of(settings))).isEqualTo(settings);
    }

    @Test
    void takesARangeOfDaysAndHoursAsPeopleWriteThem() {
        CampaignSettings.Pickups pickups = CampaignForm.read(filled(Map.of(
                        "days", "2026-11-30 .. 2026-12-02\n\n2026-12-05", "windows", "9:00 – 12:00", "capacity", "3")))
                .pickups();

        assertThat(pickups.days())
                .containsExactly(
                        LocalDate.of(2026, 11, 30),
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 2),
                        LocalDate.of(2026, 12, 5));
        assertThat(pickups.windows())
                .containsExactly(new CampaignSettings.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
    }

    @Test
    void namesEveryFieldWithALineThatCannotBeRead() {
        Form form = filled(
                Map.of("days", "2026-12-05 .. 2026-12-01", "windows", "in the morning", "capacities", "Tokyo twenty"));

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> CampaignForm.read(form));

        assertThat(refused.problem().violations())
                .extracting(Violation::field)
                .containsExactly("pickups.days", "pickups.windows", "pickups.capacities");
    }

    private static Form filled(Map<String, String> more) {
        Map<String, List<String>> values =
                new HashMap<>(CampaignForm.of(CampaignSettings.defaults()).values());
        more.forEach((field, value) -> values.put(field, List.of(value)));
        return new Form(values, null, List.of());
    }
}
