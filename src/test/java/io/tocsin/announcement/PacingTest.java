package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.announcement.Pacing.Advice;
import io.tocsin.announcement.Pacing.Input;
import io.tocsin.announcement.Pacing.Limit;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PacingTest {
    @Test
    void answersAsTheTextbookExampleOfErlangC() {
        // 200 calls in an hour of 3 minutes each are 10 erlangs; 14 seats answer 88.8% of them within 20 s.
        assertThat(ErlangC.serviceLevel(14, 200 / 60.0, 180, 20)).isCloseTo(0.888, within(0.001));
        assertThat(ErlangC.seats(200 / 60.0, 180, 20, 0.8)).isEqualTo(14);
        assertThat(ErlangC.serviceLevel(13, 200 / 60.0, 180, 20)).isLessThan(0.8);
    }

    @Test
    void moreCallsThanSeatsCanEverWorkOffAreNotAnsweredInTime() {
        assertThat(ErlangC.serviceLevel(10, 200 / 60.0, 180, 20)).isZero();
    }

    @Test
    void aListThatTheSeatsCannotAnswerIsSlowedDown() {
        // 100,000 messages, 10% call, half of them within 3 hours; 40 seats, 6 minutes a call
        Advice advice = Pacing.advise(input(100_000, 40, 6_000));

        assertThat(advice.limit()).isEqualTo(Limit.SEATS);
        assertThat(advice.perMinute()).isLessThan(6_000);
        assertThat(advice.peakCallsPerMinute())
                .as("the busiest minute stays within what the seats answer")
                .isLessThanOrEqualTo(advice.callsPerMinuteAnswered());
        assertThat(advice.peakAtCarrierPace()).isGreaterThan(advice.callsPerMinuteAnswered());
        assertThat(advice.minutes()).isGreaterThan(advice.minutesAtCarrierPace());
        assertThat(advice.seatsForCarrierPace()).isGreaterThan(40);
    }

    @Test
    void aSlowCarrierIsTheLimitWhereTheSeatsCanAnswerMore() {
        Advice advice = Pacing.advise(input(10_000, 200, 60));

        assertThat(advice.limit()).isEqualTo(Limit.CARRIER);
        assertThat(advice.perMinute()).isEqualTo(60);
        assertThat(advice.minutes()).isEqualTo(167);
    }

    @Test
    void aShortListNeedsNoPace() {
        Advice advice = Pacing.advise(input(20, 10, 6_000));

        assertThat(advice.limit()).isEqualTo(Limit.NONE);
        assertThat(advice.minutes()).isEqualTo(1);
    }

    @Property
    void theBusiestMinuteIsAlwaysAnsweredAndAFasterPaceWouldNotBe(
            @ForAll @LongRange(min = 1, max = 2_000_000) long recipients,
            @ForAll @IntRange(min = 1, max = 500) int seats,
            @ForAll @IntRange(min = 1, max = 20_000) int carrier,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double response) {
        Input input =
                new Input(recipients, seats, 360, response, Duration.ofHours(3), Duration.ofSeconds(20), 0.8, carrier);

        Advice advice = Pacing.advise(input);

        assertThat(advice.perMinute()).isBetween(1, carrier);
        if (advice.perMinute() > 1) {
            assertThat(Pacing.peak(input, advice.perMinute()))
                    .isLessThanOrEqualTo(advice.callsPerMinuteAnswered() + 1e-9);
        }
        if (advice.limit() == Limit.SEATS) {
            assertThat(Pacing.peak(input, advice.perMinute() + 1)).isGreaterThan(advice.callsPerMinuteAnswered());
        }
    }

    @Property
    void moreCallsAreNeverAnsweredBetter(
            @ForAll @IntRange(min = 1, max = 300) int seats,
            @ForAll @DoubleRange(min = 0, max = 50) double calls,
            @ForAll @DoubleRange(min = 0, max = 10) double more) {
        assertThat(ErlangC.serviceLevel(seats, calls + more, 300, 20))
                .isLessThanOrEqualTo(ErlangC.serviceLevel(seats, calls, 300, 20) + 1e-12)
                .isBetween(0.0, 1.0);
    }

    private static Input input(long recipients, int seats, double carrierPerMinute) {
        return new Input(
                recipients, seats, 360, 0.1, Duration.ofHours(3), Duration.ofSeconds(20), 0.8, carrierPerMinute);
    }
}
