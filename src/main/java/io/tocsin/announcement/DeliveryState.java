package io.tocsin.announcement;

import io.tocsin.platform.Phrase;

/** What became of one message to one recipient. */
public enum DeliveryState {
    PLANNED(Phrase.of("waiting", "送信待ち")),
    /** Written down before the carrier is called. */
    ATTEMPTING(Phrase.of("being sent", "送信中")),
    /** The carrier has taken it. */
    SENT(Phrase.of("sent, no receipt yet", "送信済み（到達未確認）")),
    /** The recipient's device has it. */
    DELIVERED(Phrase.of("delivered", "到達")),
    /** It did not and will not arrive; the reason says why. */
    FAILED(Phrase.of("failed", "不達")),
    /** It may or may not be on its way: never sent again unless the carrier's own list shows that it was not. */
    UNKNOWN(Phrase.of("unknown: not sent again", "不明（再送しない）")),
    /** The recipient has opted out. */
    SUPPRESSED(Phrase.of("opted out", "配信停止")),
    /** Waits for the end of the recipient's quiet hours. */
    HELD(Phrase.of("held for quiet hours", "夜間のため保留"));

    private final Phrase words;

    DeliveryState(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }
}
