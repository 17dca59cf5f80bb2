package io.tocsin.telephony;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast an account may be called, as a value: moments at which calls may be made, handed out in blocks, none saved up
 * for later, so that no second holds more than the rate. Additive increase, multiplicative decrease: a 429 halves the
 * rate, once per slow-down however many calls it hit; every second without one gives back a twentieth of the ceiling.
 *
 * @param ceiling calls per second when all is well
 * @param rate calls per second at present
 * @param nextAt the first moment not handed out yet
 * @param seenAt when the rate was last looked at
 * @param slowedUntil nobody calls before
 */
record TokenBucket(double ceiling, double rate, Instant nextAt, Instant seenAt, Instant slowedUntil) {
    private static final double SLOWEST = 1;
    private static final double RECOVERY_PER_SECOND = 0.05;
    /** Calls take their time on the way, and not always the same: what is left free keeps a late one within the rate. */
    private static final double SHARE = 0.92;
    /** How far ahead moments are handed out. */
    private static final Duration AHEAD = Duration.ofMillis(60);

    static TokenBucket full(double ceiling, Instant now) {
        return new TokenBucket(ceiling, ceiling, now, now, now);
    }

    /**
     * @param granted calls that may be made, the first after {@code startIn}, each further one {@code spacing} later
     * @param comeBackIn when to ask again where none was granted
     */
    record Grant(int granted, Duration startIn, Duration spacing, Duration comeBackIn, TokenBucket next) {}

    Grant take(int wanted, Instant now) {
        TokenBucket seen = seen(now);
        if (wanted <= 0) {
            return new Grant(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, seen);
        }
        Instant from = latest(nextAt, now, slowedUntil);
        Duration startIn = Duration.between(now, from);
        if (startIn.compareTo(AHEAD) > 0) {
            return new Grant(0, Duration.ZERO, Duration.ZERO, startIn.minus(AHEAD.dividedBy(2)), seen);
        }
        Duration spacing = Duration.ofNanos((long) Math.ceil(1e9 / (seen.rate * SHARE)));
        return new Grant(
                wanted, startIn, spacing, Duration.ZERO, seen.withNext(from.plus(spacing.multipliedBy(wanted))));
    }

    /** The carrier said 429. */
    TokenBucket throttled(Duration retryAfter, Instant now) {
        TokenBucket seen = seen(now);
        Instant until = latest(now.plus(retryAfter), slowedUntil);
        boolean alreadySlowed = now.isBefore(slowedUntil);
        double slower = alreadySlowed ? seen.rate : Math.max(Math.min(SLOWEST, ceiling), seen.rate / 2);
        return new TokenBucket(ceiling, slower, nextAt, seen.seenAt, until);
    }

    private TokenBucket seen(Instant now) {
        Instant from = latest(seenAt, slowedUntil);
        if (!now.isAfter(from)) {
            return this;
        }
        double seconds = Duration.between(from, now).toNanos() / 1e9;
        double faster = Math.min(ceiling, rate + ceiling * RECOVERY_PER_SECOND * seconds);
        return new TokenBucket(ceiling, faster, nextAt, now, slowedUntil);
    }

    /** A configuration that changed since the row was written. */
    TokenBucket withCeiling(double wanted) {
        return wanted == ceiling
                ? this
                : new TokenBucket(wanted, Math.min(rate * wanted / ceiling, wanted), nextAt, seenAt, slowedUntil);
    }

    private TokenBucket withNext(Instant next) {
        return new TokenBucket(ceiling, rate, next, seenAt, slowedUntil);
    }

    private static Instant latest(Instant... instants) {
        Instant latest = instants[0];
        for (Instant instant : instants) {
            latest = instant.isAfter(latest) ? instant : latest;
        }
        return latest;
    }
}
