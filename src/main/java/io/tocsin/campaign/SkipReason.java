package io.tocsin.campaign;

import io.tocsin.platform.Phrase;

/** Why an agent passes a person by, and how long that holds. */
public enum SkipReason {
    LATER(Phrase.of("Better called later", "時間をおいて発信"), true),
    LANGUAGE(Phrase.of("Another language is needed", "別の言語が必要"), false),
    AGREED(Phrase.of("Something is agreed with them already", "すでに約束がある"), true),
    DATA(Phrase.of("What is known of them cannot be right", "登録内容に誤りがある"), true),
    OTHER(Phrase.of("Something else", "その他"), false);

    private final Phrase words;
    private final boolean rests;

    SkipReason(Phrase words, boolean rests) {
        this.words = words;
        this.rests = rests;
    }

    public Phrase words() {
        return words;
    }

    /** Whether nobody calls the person for as long as after a call in vain; else somebody else may at once. */
    public boolean rests() {
        return rests;
    }
}
