package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
    void neverGrantsMoreThanItsSecondInHandAndTheRateAllow(
            @ForAll @DoubleRange(min = 1, max = 1000) double ceiling,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 400) Integer> gapsMs) {
        TokenBucket bucket = TokenBucket.full(ceiling, START);
        Instant now = START;
        long granted = 0;
        for (int gap : gapsMs) {
            now = now.plusMillis(gap);
            TokenBucket.Grant grant = bucket.take(50, now);
            granted += grant.granted();
            bucket = grant.next();
        }
        double allowed = ceiling + ceiling * Duration.between(START, now).toMillis() / 1000.0;
        assertThat(granted).isLessThanOrEqualTo((long) Math.ceil(allowed));
    }

    @Property
    void grantsNothingWhileSlowedAndSaysWhenToComeBack(@ForAll @IntRange(min = 1, max = 5000) int retryMs) {
        TokenBucket slowed = TokenBucket.full(100, START).throttled(Duration.ofMillis(retryMs), START);
        TokenBucket.Grant grant = slowed.take(1, START.plusMillis(retryMs - 1));
        assertThat(grant.granted()).isZero();
        assertThat(grant.comeBackIn()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(retryMs));
    }

    @Property
    void comingBackWhenToldFindsAToken(@ForAll @DoubleRange(min = 1, max = 1000) double ceiling) {
        TokenBucket.Grant all = TokenBucket.full(ceiling, START).take(Integer.MAX_VALUE, START);
        TokenBucket.Grant none = all.next().take(1, START);
        assertThat(none.granted()).isZero();
        assertThat(none.next().take(1, START.plus(none.comeBackIn())).granted()).isEqualTo(1);
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
