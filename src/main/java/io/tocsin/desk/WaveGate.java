package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.Locale;

/** What must hold before more seats begin: callers are answered, voices were heard, somebody supervises. Pure. */
final class WaveGate {
    private WaveGate() {}

    /**
     * @param atWork seats of earlier waves
     * @param unheard of those, without a voice check passed
     * @param coming seats of the wave
     * @param supervisors who looked at the board lately
     */
    record View(ServiceLevel level, int atWork, int unheard, int coming, int supervisors) {}

    static List<WaveCheck> check(View view, DeskConfig config) {
        return List.of(service(view, config), voice(view), supervision(view, config));
    }

    private static WaveCheck service(View view, DeskConfig config) {
        double wanted = config.serviceLevel();
        boolean holds = view.level().callers() > 0 && view.level().share() >= wanted;
        Phrase finding = view.level().callers() == 0
                ? Phrase.of(
                        "No caller has waited yet: open the center and let the first wave take calls.",
                        "まだ着信がありません。センターを開設し、最初のウェーブで受電してください。")
                : Phrase.of(
                                "Callers answered within %3$d s: %1$s of %2$d. At least %4$s are wanted.",
                                "着信%2$d件のうち%1$sに%3$d秒以内に応答（目標%4$s以上）。")
                        .with(
                                percent(view.level().share()),
                                view.level().callers(),
                                config.answerWithin().toSeconds(),
                                percent(wanted));
        return new WaveCheck("service-level", Phrase.of("Service level", "サービスレベル"), holds, finding);
    }

    private static WaveCheck voice(View view) {
        boolean holds = view.atWork() > 0 && view.unheard() == 0;
        Phrase finding = view.atWork() == 0
                ? Phrase.of("Nobody of the earlier waves is at work.", "前のウェーブの着席者がいません。")
                : view.unheard() == 0
                        ? Phrase.of("Every voice at work was heard.", "着席中の全員の音声を確認済みです。")
                        : Phrase.byCount(
                                        "One seat at work (%d of %d) has no voice check: listen to it and note it on the board.",
                                        "%d of %d seats at work have no voice check: listen to them and note it on the board.",
                                        "着席中%2$d席のうち%1$d席の音声が未確認です。確認してボードに記録してください。",
                                        view.unheard())
                                .with(view.unheard(), view.atWork());
        return new WaveCheck("voice", Phrase.of("Voice check passed", "音声品質の確認"), holds, finding);
    }

    private static WaveCheck supervision(View view, DeskConfig config) {
        int agents = view.atWork() + view.coming();
        int needed = Math.max(1, Math.ceilDiv(agents, config.agentsPerSupervisor()));
        return new WaveCheck(
                "supervision",
                Phrase.of("Supervision", "スーパーバイザーの体制"),
                view.supervisors() >= needed,
                Phrase.of(
                                "Supervisors at the board: %d of the %d that are needed. Agents at work: %d.",
                                "エージェント%3$d名に対し、ボードを見ているスーパーバイザーは必要%2$d名中%1$d名です。")
                        .with(view.supervisors(), needed, agents));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
