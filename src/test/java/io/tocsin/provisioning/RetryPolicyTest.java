package io.tocsin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final Phrase WHY = Phrase.of("why", "理由");

    private final RetryPolicy policy = new RetryPolicy(FIRST, LONGEST, SETTLE);

    @Property
    void whatDidNotHappenIsTriedAgainSoonAndNeverLaterThanTheLongestPause(
            @ForAll @IntRange(min = 1, max = 1000) int attempts, @ForAll long seed) {
        Duration pause = pause(attempts, new VendorFailure.Passing(WHY, null), seed);

        Duration base = attempts > 20 ? LONGEST : min(FIRST.multipliedBy(1L << (attempts - 1)), LONGEST);
        assertThat(pause).as("attempt %d", attempts).isBetween(part(base, 0.74), part(base, 1.26));
    }

    @Property
    void afterAnUnknownOutcomeNothingIsTriedBeforeTheVendorHasSurelyFinished(
            @ForAll @IntRange(min = 1, max = 1000) int attempts, @ForAll long seed) {
        assertThat(pause(attempts, new VendorFailure.Unknown(WHY, null), seed)).isGreaterThanOrEqualTo(SETTLE);
    }

    @Property
    void aVendorThatAsksForTimeGetsMostOfItAtLeast(
            @ForAll @IntRange(min = 0, max = 600) int seconds, @ForAll long seed) {
        Duration asked = Duration.ofSeconds(seconds);

        assertThat(pause(1, new VendorFailure.Throttled(WHY, asked), seed)).isGreaterThanOrEqualTo(part(asked, 0.74));
    }

    @Property
    void whatNeedsAPersonIsNeverTriedByItself(@ForAll @IntRange(min = 1, max = 1000) int attempts, @ForAll long seed) {
        Phrase toDo = Phrase.of("do this", "対応");

        Outcome outcome =
                policy.decide(claim(attempts), new VendorFailure.NeedsPerson(WHY, toDo), NOW, new Random(seed));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Stuck.class, stuck -> {
            assertThat(stuck.reason()).isEqualTo(WHY);
            assertThat(stuck.whatToDo()).isEqualTo(toDo);
        });
    }

    private Duration pause(int attempts, VendorFailure failure, long seed) {
        Outcome outcome = policy.decide(claim(attempts), failure, NOW, new Random(seed));
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        return Duration.between(NOW, ((Outcome.Later) outcome).dueAt());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }

    private static Claim claim(int attempts) {
        Work work = new Work(
                new ResourceKey(new UUID(1, 1), "thing"), Mode.DRILL, Json.object(), Map.of(), Optional.empty());
        return new Claim(new UUID(2, 2), work, "test-thing", 1, true, attempts == 1, "hash", attempts, NOW, NOW, false);
    }
}
