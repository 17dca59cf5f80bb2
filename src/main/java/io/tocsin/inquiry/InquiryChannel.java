package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;

/** How a person turned to the center. */
public enum InquiryChannel {
    PHONE(Phrase.of("Phone", "電話")),
    SMS(Phrase.of("Text message", "SMS")),
    CHAT(Phrase.of("Chat", "チャット")),
    FORM(Phrase.of("Form", "フォーム")),
    EMAIL(Phrase.of("E-mail", "メール"));

    private final Phrase words;

    InquiryChannel(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }

    /** Whether it lies there until an agent has time for it; nobody waits on a line or in a chat. */
    public boolean isWritten() {
        return switch (this) {
            case PHONE, CHAT -> false;
            case SMS, FORM, EMAIL -> true;
        };
    }
}
