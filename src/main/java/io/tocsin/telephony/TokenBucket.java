package io.tocsin.telephony;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast an account may be called, as a value: additive increase, multiplicative decrease. A 429 halves the rate, once
 * per slow-down however many calls it hit; every second without one gives back a twentieth of the ceiling.
 *
 * @param ceiling calls per second when all is well
 * @param rate calls per second at present
 * @param tokens calls that may be made at once; never more than one second's worth
 * @param slowedUntil nobody calls before
 */
record TokenBucket(double ceiling, double rate, double tokens, Instant refilledAt, Instant slowedUntil) {
    private static final double SLOWEST = 1;
    private static final double RECOVERY_PER_SECOND = 0.05;

    static TokenBucket full(double ceiling, Instant now) {
        return new TokenBucket(ceiling, ceiling, ceiling, now, now);
    }

    /**
     * @param granted calls that may be made now
     * @param comeBackIn when to ask again where none was granted
     */
    record Grant(int granted, Duration comeBackIn, TokenBucket next) {}

    Grant take(int wanted, Instant now) {
        TokenBucket refilled = refill(now);
        if (now.isBefore(slowedUntil)) {
            return new Grant(0, Duration.between(now, slowedUntil), refilled);
        }
        int granted = (int) Math.min(wanted, Math.floor(refilled.tokens));
        if (granted == 0) {
            double seconds = (1 - refilled.tokens) / refilled.rate;
            return new Grant(0, Duration.ofNanos((long) (seconds * 1e9) + 1_000_000), refilled);
        }
        return new Grant(granted, Duration.ZERO, refilled.withTokens(refilled.tokens - granted));
    }

    /** The carrier said 429. */
    TokenBucket throttled(Duration retryAfter, Instant now) {
        TokenBucket refilled = refill(now);
        Instant until = now.plus(retryAfter).isAfter(slowedUntil) ? now.plus(retryAfter) : slowedUntil;
        boolean alreadySlowed = now.isBefore(slowedUntil);
        double slower = alreadySlowed ? refilled.rate : Math.max(Math.min(SLOWEST, ceiling), refilled.rate / 2);
        return new TokenBucket(ceiling, slower, 0, refilled.refilledAt, until);
    }

    private TokenBucket refill(Instant now) {
        Instant from = refilledAt.isAfter(slowedUntil) ? refilledAt : slowedUntil;
        if (!now.isAfter(from)) {
            return this;
        }
        double seconds = Duration.between(from, now).toNanos() / 1e9;
        double faster = Math.min(ceiling, rate + ceiling * RECOVERY_PER_SECOND * seconds);
        double filled = Math.min(faster, tokens + rate * seconds);
        return new TokenBucket(ceiling, faster, filled, now, slowedUntil);
    }

    /** A configuration that changed since the row was written. */
    TokenBucket withCeiling(double wanted) {
        return wanted == ceiling
                ? this
                : new TokenBucket(wanted, Math.min(rate * wanted / ceiling, wanted), tokens, refilledAt, slowedUntil);
    }

    private TokenBucket withTokens(double left) {
        return new TokenBucket(ceiling, rate, left, refilledAt, slowedUntil);
    }
}
