package io.tocsin.audience;

import io.tocsin.platform.Phrase;

/** How somebody told us not to be contacted any more. */
public enum SuppressionReason {
    STOP_REPLY(Phrase.of("Replied STOP or the like", "配信停止の返信")),
    UNSUBSCRIBE_LINK(Phrase.of("Used the unsubscribe link", "配信停止リンク")),
    AGENT(Phrase.of("Told an agent", "担当者への申し出")),
    CALL(Phrase.of("Asked on a call not to be called", "通話中の申し出")),
    CARRIER(Phrase.of("The carrier knows of an opt-out", "通信事業者側での配信停止")),
    COMPLAINT(Phrase.of("Reported a message as unwanted", "迷惑メール申告"));

    private final Phrase words;

    SuppressionReason(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }
}
