package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;

/** Who said something in a thread. */
public enum Author {
    PERSON(Phrase.of("Person", "お客様")),
    BOT(Phrase.of("FAQ, by itself", "FAQ（自動応答）")),
    AGENT(Phrase.of("Agent", "担当者")),
    /** Among colleagues: the person does not see it. */
    NOTE(Phrase.of("Note among colleagues", "内部メモ"));

    private final Phrase words;

    Author(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }
}
