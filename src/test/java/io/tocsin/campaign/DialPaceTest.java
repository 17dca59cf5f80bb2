package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DialPaceTest {
    private static DialPace.Situation seats(int free, int underWay, int ended, int asked) {
        return new DialPace.Situation(free, underWay, ended, asked, 500, 500);
    }

    @Property
    void withoutAFreeSeatNobodyIsCalled(
            @ForAll @IntRange(min = -5, max = 0) int free,
            @ForAll @IntRange(max = 1000) int ended,
            @ForAll @IntRange(max = 50) int underWay) {
        assertThat(DialPace.callsNow(seats(free, underWay, ended, ended / 3))).isZero();
    }

    @Property
    void noLimitIsEverPassed(
            @ForAll @IntRange(max = 200) int free,
            @ForAll @IntRange(max = 300) int underWay,
            @ForAll @IntRange(max = 1000) int ended,
            @ForAll @IntRange(min = 1, max = 100) int most,
            @ForAll @IntRange(max = 30) int carrier) {
        int calls = DialPace.callsNow(new DialPace.Situation(free, underWay, ended, ended / 4, most, carrier));

        assertThat(calls).isBetween(0, carrier);
        assertThat(underWay + calls).isLessThanOrEqualTo(Math.max(underWay, most));
    }

    @Test
    void theMoreAskForAgentsTheFewerAreCalled() {
        int few = DialPace.callsNow(seats(10, 0, 400, 20));
        int many = DialPace.callsNow(seats(10, 0, 400, 300));

        assertThat(few).isGreaterThan(100);
        assertThat(many).isBetween(10, 14);
    }

    @Test
    void atFirstItGoesCarefully() {
        assertThat(DialPace.callsNow(seats(10, 0, 0, 0))).isBetween(15, 30);
    }

    /** Those who ask for an agent beyond the free seats would wait: with luck as it comes, that stays rare. */
    @Property(tries = 30)
    void thosePutThroughFindAnAgentButForRareBadLuck(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.9) double share) {
        Random luck = new Random(seed);
        int seats = 20;
        int ended = 0;
        int asked = 0;
        int waited = 0;
        for (int round = 0; round < 300; round++) {
            int calls = DialPace.callsNow(seats(seats, 0, ended, asked));
            int now = 0;
            for (int i = 0; i < calls; i++) {
                now += luck.nextDouble() < share ? 1 : 0;
            }
            waited += Math.max(0, now - seats);
            ended += calls;
            asked += now;
        }
        assertThat((double) waited / Math.max(1, asked))
                .as("share of those asking for an agent who had to wait, at %s", share)
                .isLessThan(0.12);
    }

    @Property
    void theCarrierNeverGetsMoreCallsPerSecondThanItTakes(
            @ForAll long seed, @ForAll @DoubleRange(min = 1, max = 50) double perSecond) {
        Random when = new Random(seed);
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        DialRate rate = new DialRate(now, perSecond);
        List<Instant> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            now = now.plusMillis(when.nextInt(300));
            int allowed = rate.allows(now);
            int made = allowed == 0 ? 0 : 1 + when.nextInt(allowed);
            for (int c = 0; c < made; c++) {
                calls.add(now);
            }
            rate = rate.after(made, now);
        }
        int first = 0;
        for (int last = 0; last < calls.size(); last++) {
            while (!calls.get(first).isAfter(calls.get(last).minus(Duration.ofSeconds(1)))) {
                first++;
            }
            assertThat(last - first + 1)
                    .as("calls within one second at %s per second", perSecond)
                    .isLessThanOrEqualTo((int) Math.floor(perSecond * 1.2) + 1);
        }
    }

    @Test
    void oneCallPerSecondMeansOneCallPerSecond() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        DialRate rate = new DialRate(now.minusSeconds(3600), 1);

        assertThat(rate.allows(now)).as("an hour of silence saves nothing up").isEqualTo(1);
        DialRate next = rate.after(1, now);
        assertThat(next.allows(now.plusMillis(999))).isZero();
        assertThat(next.allows(now.plusMillis(1000))).isEqualTo(1);
    }
}
