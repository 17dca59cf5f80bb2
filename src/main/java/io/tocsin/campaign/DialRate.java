package io.tocsin.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * The carrier's calls per second as a value: calls are booked one after the other, each its gap apart; hardly any may be
 * made up for later.
 *
 * @param nextAt when the next call may be made
 */
record DialRate(Instant nextAt, double perSecond) {
    private static final double LARGEST_BURST_SECONDS = 0.2;

    /** Calls that may be made now. */
    int allows(Instant now) {
        Instant from = from(now);
        if (now.isBefore(from)) {
            return 0;
        }
        return (int) Math.floor(Duration.between(from, now).toNanos() / 1e9 * perSecond + 1e-6) + 1;
    }

    DialRate after(int calls, Instant now) {
        return new DialRate(from(now).plusNanos((long) (calls / perSecond * 1e9)), perSecond);
    }

    /** Unused time is forgotten but for a short while. */
    private Instant from(Instant now) {
        double burst = Math.max(0, Math.floor(perSecond * LARGEST_BURST_SECONDS) / perSecond);
        Instant earliest = now.minusNanos((long) (burst * 1e9));
        return nextAt.isBefore(earliest) ? earliest : nextAt;
    }
}
