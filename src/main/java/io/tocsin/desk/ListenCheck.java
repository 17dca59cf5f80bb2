package io.tocsin.desk;

import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to listen to a conversation.
 *
 * @param allowed whether supervisors may listen in to calls of the center
 * @param told whether this caller heard so
 * @param onTheLine whether agent and caller speak
 * @param ring the supervisor's telephone; empty for none
 * @param ownSeat what the supervisor's own seat does; {@code CHECKED_OUT} where there is none
 */
record ListenCheck(boolean allowed, boolean told, boolean onTheLine, String ring, SeatState ownSeat) {
    /** All that stands in the way; pure. */
    List<Violation> obstacles() {
        List<Violation> found = new ArrayList<>();
        if (!allowed) {
            found.add(Violation.of(
                    "listening",
                    "Listening in is switched off. The crisis manager switches it on, on the center's overview.",
                    "通話の聴取は無効です。危機管理担当者がセンターの概要画面で有効にできます。"));
        } else if (!told) {
            found.add(Violation.of(
                    "contact",
                    "This caller was not told that somebody may listen. Choose a caller who came later.",
                    "このお客様には聴取の可能性が案内されていません。後から着信した通話を選んでください。"));
        }
        if (!onTheLine) {
            found.add(Violation.of(
                    "contact", "Nobody speaks in this call any more. Choose another.", "この通話は終了しています。別の通話を選んでください。"));
        }
        if (ring.isEmpty()) {
            found.add(Violation.of(
                    "ring",
                    "You have no telephone in the roster. Have ops enter your number or SIP address there.",
                    "名簿にあなたの電話番号が登録されていません。運用担当者に番号または SIP アドレスの登録を依頼してください。"));
        }
        if (ownSeat == SeatState.OFFERED || ownSeat == SeatState.BUSY) {
            found.add(Violation.of("seat", "You are in a call yourself. End it first.", "あなた自身が通話中です。先に通話を終えてください。"));
        } else if (ownSeat == SeatState.READY) {
            found.add(Violation.of(
                    "seat",
                    "Your own seat is ready: a caller could ring your telephone meanwhile. Take a break at your desk first.",
                    "あなたの席は受付可のため、聴取中に着信する可能性があります。先にデスクで休憩にしてください。"));
        }
        return List.copyOf(found);
    }
}
