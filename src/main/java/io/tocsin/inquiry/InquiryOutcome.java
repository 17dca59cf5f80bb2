package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;

/** How a contact ended. */
public enum InquiryOutcome {
    ANSWERED(Phrase.of("Answered", "回答済み"), true),
    /** A case of the person was moved: a pick-up booked, a remedy sent. */
    CASE_MOVED(Phrase.of("Return or remedy arranged", "返品・対応を手配"), true),
    NOT_AFFECTED(Phrase.of("Not affected", "対象外"), true),
    PASSED_ON(Phrase.of("Passed on to another desk", "他の窓口へ引き継ぎ"), true),
    /** To be called or written back. */
    FOLLOW_UP(Phrase.of("To be followed up", "後日対応"), false),
    /** Called back in vain, and not to be tried again. */
    NOT_REACHED(Phrase.of("Could not be reached", "連絡が取れず終了"), true),
    /** The person was gone before anybody answered. */
    ABANDONED(Phrase.of("Gone before an answer", "応答前に終了"), true),
    NOT_FOR_US(Phrase.of("Not for this center", "対象外の問い合わせ"), true);

    private final Phrase words;
    private final boolean end;

    InquiryOutcome(Phrase words, boolean end) {
        this.words = words;
        this.end = end;
    }

    public Phrase words() {
        return words;
    }

    /** Whether nothing more is to be done. */
    public boolean isEnd() {
        return end;
    }
}
