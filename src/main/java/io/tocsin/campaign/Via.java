package io.tocsin.campaign;

import io.tocsin.platform.Phrase;

/** The way by which a case was moved. */
public enum Via {
    /** Keys pressed on a call of ours. */
    CALL(Phrase.of("calls of ours", "当方からの発信")),
    /** The person's own page. */
    WEB(Phrase.of("personal page", "専用ページ")),
    /** Somebody at the center. */
    AGENT(Phrase.of("agents", "エージェント")),
    /** Those who fetch and deliver. */
    LOGISTICS(Phrase.of("those who fetch", "引き取り業者")),
    /** Tocsin itself. */
    RULE(Phrase.of("by itself", "自動"));

    private final Phrase words;

    Via(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }
}
