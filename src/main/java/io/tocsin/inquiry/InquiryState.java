package io.tocsin.inquiry;

import java.util.EnumSet;
import java.util.Set;

/** Where an inquiry is. */
public enum InquiryState {
    /** Waits for an agent. */
    OPEN,
    /** An agent has it. */
    TAKEN,
    /** Something is agreed for later: a call-back, an answer from somebody else. */
    WAITING,
    /** Over, until the person comes back to it. */
    RESOLVED,
    /** A supervisor is asked to take it. */
    ESCALATED;

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
