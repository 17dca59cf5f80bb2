package io.tocsin.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A seat at a moment.
 *
 * @param plannedUntil when the break or the after-call work should be over; null for no end
 * @param contact the call or chat that the agent is offered, holds or writes up; null for none
 * @param afterCallWork whether something follows a conversation before the next one
 */
record SeatMoment(SeatState state, Instant since, Instant plannedUntil, UUID contact, boolean afterCallWork) {
    /** Whether it takes longer than planned. */
    boolean isOverrun(Instant now) {
        return plannedUntil != null && now.isAfter(plannedUntil);
    }

    Duration lasts(Instant now) {
        return Duration.between(since, now);
    }
}
