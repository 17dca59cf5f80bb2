package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import java.util.Map;

/** Whether the rest of an announcement may follow its first share: a pure function. */
final class FirstShare {
    private FirstShare() {}

    record Verdict(boolean holds, Phrase words, Map<String, Long> figures) {}

    /** @param limit percent of failures among those whose fate is known or unknown, opt-outs apart */
    static Verdict judge(Counts.Standing standing, int limit) {
        long failed = standing.of(DeliveryState.FAILED) + standing.of(DeliveryState.UNKNOWN);
        long tried = failed + standing.of(DeliveryState.SENT) + standing.of(DeliveryState.DELIVERED);
        boolean holds = failed * 100 <= limit * tried;
        Map<String, Long> figures = Map.of("failed", failed, "tried", tried, "limitPercent", (long) limit);
        return holds
                ? new Verdict(
                        true,
                        Phrase.of("First share: %d of %d failed; the rest follows", "先行分: %2$d 件中 %1$d 件が失敗。残りを送信します")
                                .with(failed, tried),
                        figures)
                : new Verdict(
                        false,
                        Phrase.byCount(
                                        "Paused: %d of the first %d failed, more than %d percent. Look at its reason,"
                                                + " put right what is wrong, and resume or cancel.",
                                        "Paused: %d of the first %d messages failed, more than %d percent. Look at"
                                                + " their reasons, put right what is wrong, and resume or cancel.",
                                        "一時停止: 先行分 %2$d 件中 %1$d 件が失敗し、上限 %3$d%% を超えました。"
                                                + "理由を確認して対処し、再開または取り消しを行ってください。",
                                        failed)
                                .with(failed, tried, limit),
                        figures);
    }
}
