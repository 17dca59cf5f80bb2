package io.tocsin.desk;

import io.tocsin.campaign.CaseState;
import io.tocsin.platform.Phrase;

/** Collection cases in an agent's words. */
final class CaseWords {
    private CaseWords() {}

    static Phrase state(CaseState state) {
        return switch (state) {
            case NOTIFIED -> Phrase.of("Told, not heard of yet", "案内済み・未回答");
            case RESPONDED -> Phrase.of("Has answered", "回答あり");
            case PICKUP_BOOKED -> Phrase.of("Pick-up booked", "集荷予約済み");
            case COLLECTED -> Phrase.of("Collected", "回収済み");
            case REMEDY_SENT -> Phrase.of("Remedy sent", "代替・返金済み");
            case CLOSED -> Phrase.of("Closed", "完了");
            case REFUSED -> Phrase.of("Keeps it", "返品拒否");
            case UNREACHABLE -> Phrase.of("Could not be reached", "連絡不可");
            case ALREADY_DISPOSED -> Phrase.of("Already disposed of", "処分済み");
        };
    }

    /** What an agent does to bring a case there. */
    static Phrase act(CaseState to) {
        return switch (to) {
            case RESPONDED -> Phrase.of("Will send it or decide later", "回答を記録");
            case PICKUP_BOOKED -> Phrase.of("Book a pick-up", "集荷を予約");
            case COLLECTED -> Phrase.of("It has arrived", "回収済みにする");
            case REMEDY_SENT -> Phrase.of("Remedy is on its way", "代替・返金を手配");
            case CLOSED -> Phrase.of("Close the case", "完了にする");
            case REFUSED -> Phrase.of("Keeps it in spite of the danger", "返品拒否を記録");
            case ALREADY_DISPOSED -> Phrase.of("Was disposed of already", "処分済みを記録");
            case NOTIFIED, UNREACHABLE -> state(to);
        };
    }

    /** Reaching nobody is for the dialer to find out, not for who has the person on the line. */
    static boolean isForAgents(CaseState to) {
        return to != CaseState.NOTIFIED && to != CaseState.UNREACHABLE;
    }
}
