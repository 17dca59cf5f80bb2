package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import java.util.EnumSet;
import java.util.Set;

/** Where an inquiry is. */
public enum InquiryState {
    /** Waits for an agent. */
    OPEN(Phrase.of("Waits for an agent", "対応待ち")),
    /** An agent has it. */
    TAKEN(Phrase.of("With an agent", "対応中")),
    /** Something is agreed for later: a call-back, an answer from somebody else. */
    WAITING(Phrase.of("To be followed up", "後日対応")),
    /** Over, until the person comes back to it. */
    RESOLVED(Phrase.of("Over", "完了")),
    /** A supervisor is asked to take it. */
    ESCALATED(Phrase.of("With the supervisor", "スーパーバイザー対応"));

    private final Phrase words;

    InquiryState(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }

    /** The one place that says which moves there are. */
    public Set<InquiryState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(TAKEN, WAITING, RESOLVED, ESCALATED);
            case TAKEN -> EnumSet.of(OPEN, TAKEN, WAITING, RESOLVED, ESCALATED);
            case WAITING -> EnumSet.of(OPEN, TAKEN, WAITING, RESOLVED, ESCALATED);
            case ESCALATED -> EnumSet.of(TAKEN, WAITING, RESOLVED);
            case RESOLVED -> EnumSet.of(OPEN);
        };
    }

    public boolean mayMoveTo(InquiryState state) {
        return next().contains(state);
    }
}
