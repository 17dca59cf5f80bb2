package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TokenBucketTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void noSecondHoldsMoreThanTheRateWhoeverAsksWhen(
            @ForAll @DoubleRange(min = 1, max = 1000) double ceiling,
            @ForAll @IntRange(min = 1, max = 50) int block,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 400) Integer> gapsMs) {
        TokenBucket bucket = TokenBucket.full(ceiling, START);
        Instant now = START;
        List<Instant> calls = new ArrayList<>();
        for (int gap : gapsMs) {
            now = now.plusMillis(gap);
            TokenBucket.Grant grant = bucket.take(block, now);
            for (int i = 0; i < grant.granted(); i++) {
                calls.add(now.plus(grant.startIn()).plus(grant.spacing().multipliedBy(i)));
            }
            bucket = grant.next();
        }
        for (int first = 0, last = 0; last < calls.size(); last++) {
            while (!calls.get(first).isAfter(calls.get(last).minusSeconds(1))) {
                first++;
            }
            assertThat(last - first + 1)
                    .as("calls in the second up to %s", calls.get(last))
                    .isLessThanOrEqualTo((int) Math.ceil(ceiling));
        }
    }

    @Property
    void grantsNothingWhileSlowedAndSaysWhenToComeBack(@ForAll @IntRange(min = 200, max = 5000) int retryMs) {
        TokenBucket slowed = TokenBucket.full(100, START).throttled(Duration.ofMillis(retryMs), START);
        TokenBucket.Grant grant = slowed.take(1, START.plusMillis(retryMs - 150));
        assertThat(grant.granted()).isZero();
        assertThat(grant.comeBackIn()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(retryMs));
    }

    @Property
    void noCallIsAllowedBeforeTheEndOfASlowDown(
            @ForAll @IntRange(min = 1, max = 5000) int retryMs, @ForAll @IntRange(min = 0, max = 5000) int askedMs) {
        TokenBucket slowed = TokenBucket.full(100, START).throttled(Duration.ofMillis(retryMs), START);
        Instant asked = START.plusMillis(Math.min(askedMs, retryMs));
        TokenBucket.Grant grant = slowed.take(1, asked);
        if (grant.granted() > 0) {
            assertThat(asked.plus(grant.startIn())).isAfterOrEqualTo(START.plusMillis(retryMs));
        }
    }

    @Property
    void comingBackWhenToldFindsAMoment(@ForAll @DoubleRange(min = 1, max = 1000) double ceiling) {
        TokenBucket.Grant all = TokenBucket.full(ceiling, START).take(500, START);
        TokenBucket.Grant none = all.next().take(1, START);
        assertThat(none.granted()).isZero();
        assertThat(none.next().take(1, START.plus(none.comeBackIn())).granted()).isEqualTo(1);
    }

    @Example
    void momentsThatPassedUnusedAreNotSavedUp() {
        TokenBucket bucket = TokenBucket.full(100, START).take(5, START).next();
        TokenBucket.Grant later = bucket.take(5, START.plusSeconds(10));
        assertThat(later.startIn()).isZero();
        assertThat(later.spacing()).isGreaterThanOrEqualTo(Duration.ofMillis(10));
    }

    @Example
    void aHundredRefusalsAtOnceHalveTheRateOnce() {
        TokenBucket bucket = TokenBucket.full(100, START);
        for (int i = 0; i < 100; i++) {
            bucket = bucket.throttled(Duration.ofSeconds(1), START.plusMillis(i));
        }
        assertThat(bucket.rate()).isEqualTo(50);
    }

    @Example
    void theRateComesBackBitByBitUpToTheCeiling() {
        TokenBucket slowed = TokenBucket.full(100, START).throttled(Duration.ofSeconds(1), START);
        assertThat(slowed.take(0, START.plusSeconds(3)).next().rate()).isBetween(59.0, 61.0);
        assertThat(slowed.take(0, START.plusSeconds(60)).next().rate()).isEqualTo(100);
    }

    @Example
    void aRateNeverFallsToNothing() {
        TokenBucket bucket = TokenBucket.full(100, START);
        for (int i = 0; i < 50; i++) {
            bucket = bucket.throttled(Duration.ofMillis(1), START.plusMillis(i * 2L));
        }
        assertThat(bucket.rate()).isGreaterThanOrEqualTo(1);
    }
}
