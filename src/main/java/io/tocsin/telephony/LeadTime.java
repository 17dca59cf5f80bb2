package io.tocsin.telephony;

import io.tocsin.platform.Phrase;

/** How long until a number answers, no more exact than anybody knows; the shortest first. */
public enum LeadTime {
    /** It is in stock. */
    SECONDS(Phrase.of("seconds", "数秒")),
    MINUTES(Phrase.of("minutes", "数分")),
    DAYS(Phrase.of("days", "数日")),
    WEEKS(Phrase.of("weeks", "数週間"));

    private final Phrase words;

    LeadTime(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }
}
