package io.tocsin.announcement;

import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;

/** Whether messages may leave: only where people who call are answered, and hear the facts that they were told. Pure. */
final class StartCheck {
    private StartCheck() {}

    /** @param early why before the center is open; null where it must be open */
    static void require(Announcement a, IncidentCenter center, String early) {
        boolean open = center.phase() == Phase.OPEN;
        boolean ready = center.phase() == Phase.READY && early != null && !early.isBlank();
        if (!open && !ready) {
            throw Problem.conflict(
                    "center-not-open",
                    Phrase.of(
                            "People would call a center that is not open. Open it first; a center that is ready may"
                                    + " announce early with a reason on the record.",
                            "センターが開設されていないため、問い合わせに応答できません。先に開設してください。" + "準備完了のセンターでは、理由を記録すれば先に告知できます。"));
        }
        if (a.factsVersion() != null && center.liveFacts() != null && a.factsVersion() < center.liveFacts()) {
            throw Problem.conflict(
                    "facts-revised",
                    Phrase.of(
                            "The facts were revised after this announcement was submitted. Take it back to draft and"
                                    + " have it approved with the new facts.",
                            "申請後に事実が改訂されています。下書きに戻し、新しい事実で再度承認を受けてください。"));
        }
    }
}
