package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with settings, all of it. */
final class SettingsCheck {
    private SettingsCheck() {}

    static List<Violation> check(CampaignSettings settings) {
        List<Violation> wrong = new ArrayList<>();
        between(wrong, "attempts", settings.attempts(), 1, 10);
        between(wrong, "ringSeconds", settings.ringSeconds(), 10, 60);
        between(wrong, "callsAtOnce", settings.callsAtOnce(), 1, 500);
        CampaignSettings.Spacing spacing = settings.spacing();
        between(wrong, "spacing.noAnswer", spacing.noAnswer(), 15, 20_160);
        between(wrong, "spacing.busy", spacing.busy(), 5, 20_160);
        between(wrong, "spacing.machine", spacing.machine(), 60, 20_160);
        between(wrong, "spacing.noChoice", spacing.noChoice(), 60, 20_160);
        between(wrong, "spacing.failed", spacing.failed(), 15, 20_160);
        if (settings.agreedShare() < 0 || settings.agreedShare() > 1) {
            wrong.add(Violation.of("agreedShare", "Use a share from 0 to 1.", "0から1の割合で指定してください。"));
        }
        hours(wrong, "calling", settings.calling());
        CampaignSettings.Pickups pickups = settings.pickups();
        for (int i = 0; i < pickups.windows().size(); i++) {
            hours(wrong, "pickups.windows[" + i + "]", pickups.windows().get(i));
        }
        between(wrong, "pickups.capacity", pickups.capacity(), 0, 100_000);
        pickups.capacities().forEach((area, n) -> between(wrong, "pickups.capacities." + area, n, 0, 100_000));
        if (pickups.days().size() > 366) {
            wrong.add(Violation.of("pickups.days", "Give at most 366 days.", "日付は366日以内で指定してください。"));
        }
        if (pickups.days().isEmpty() != pickups.windows().isEmpty()) {
            wrong.add(Violation.of(
                    "pickups",
                    "Give both days and windows, or neither where nothing is fetched.",
                    "集荷する場合は日付と時間帯の両方を、しない場合はどちらも指定しないでください。"));
        }
        return wrong;
    }

    private static void hours(List<Violation> wrong, String field, CampaignSettings.Hours hours) {
        if (hours != null
                && (hours.from() == null
                        || hours.until() == null
                        || !hours.from().isBefore(hours.until()))) {
            wrong.add(Violation.of(
                    field,
                    "Give 'from' and a later 'until' of the same day.",
                    "同じ日の開始（from）と、それより後の終了（until）を指定してください。"));
        }
    }

    private static void between(List<Violation> wrong, String field, int value, int least, int most) {
        if (value < least || value > most) {
            wrong.add(new Violation(
                    field, Phrase.of("Use a number from %d to %d.", "%d から %d までの数を指定してください。").with(least, most)));
        }
    }
}
