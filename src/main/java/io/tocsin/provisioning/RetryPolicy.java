package io.tocsin.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When failed work is tried again: exponential back-off with jitter; after an unknown outcome never before the vendor
 * has surely finished what we may have asked.
 *
 * @param first pause after the first failure
 * @param longest pause at most
 * @param settle how long a vendor may go on working after we stopped listening
 */
record RetryPolicy(Duration first, Duration longest, Duration settle) {
    Outcome decide(Claim claim, VendorFailure failure, Instant now, RandomGenerator random) {
        return switch (failure) {
            case VendorFailure.Throttled throttled ->
                new Outcome.Later(
                        claim, now.plus(jittered(max(throttled.retryAfter(), first), random)), failure.reason());
            case VendorFailure.Passing ignored ->
                new Outcome.Later(claim, now.plus(jittered(backOff(claim.attempts()), random)), failure.reason());
            case VendorFailure.Unknown ignored ->
                new Outcome.Later(
                        claim, now.plus(max(settle, jittered(backOff(claim.attempts()), random))), failure.reason());
            case VendorFailure.NeedsPerson needsPerson ->
                new Outcome.Stuck(claim, failure.reason(), needsPerson.whatToDo());
        };
    }

    private Duration backOff(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private static Duration jittered(Duration pause, RandomGenerator random) {
        return Duration.ofMillis((long) (pause.toMillis() * (0.75 + random.nextDouble() * 0.5)));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
