package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.desk.DrillPlan.Point;
import io.tocsin.platform.Violation;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrillCurveTest {
    private static DrillPlan plan(long seed, List<Point> curve) {
        return new DrillPlan(seed, curve, Map.of("return", 3, "general", 1), Map.of("en", 1, "ja", 1), 0.25, 60);
    }

    @Property(tries = 200)
    void theSamePlanBringsTheSamePeopleInOrderWithinItsTime(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 60) double first,
            @ForAll @DoubleRange(max = 60) double last,
            @ForAll @IntRange(min = 1, max = 30) int minutes) {
        DrillPlan plan = plan(seed, List.of(new Point(0, first), new Point(minutes, last)));

        List<DrillCurve.Arrival> people = DrillCurve.of(plan);

        assertThat(DrillCurve.of(plan)).isEqualTo(people);
        assertThat(people).isSortedAccordingTo((a, b) -> Double.compare(a.secondsIn(), b.secondsIn()));
        assertThat(people).allSatisfy(p -> {
            assertThat(p.secondsIn()).isBetween(0.0, minutes * 60.0);
            assertThat(p.patienceSeconds()).isBetween(5, 3600);
            assertThat(p.reason()).isIn("return", "general");
            assertThat(p.language()).isIn("en", "ja");
        });
    }

    @Test
    void asManyComeAsTheCurveSays() {
        // 0 to 20 and back within 20 minutes: 200 people on average, and a deviation of about 14
        DrillPlan hill = plan(7, List.of(new Point(0, 0), new Point(10, 20), new Point(20, 0)));
        double mean = java.util.stream.LongStream.range(0, 50)
                .mapToInt(seed -> DrillCurve.of(plan(seed, hill.curve())).size())
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(200, Offset.offset(8.0));
        List<DrillCurve.Arrival> people = DrillCurve.of(hill);
        long middle = people.stream()
                .filter(p -> p.secondsIn() > 300 && p.secondsIn() < 900)
                .count();
        assertThat(middle).as("three quarters come in the middle half").isGreaterThan(people.size() * 65L / 100);
    }

    @Test
    void reasonsLanguagesChatsAndPatienceFollowTheirWeights() {
        List<DrillCurve.Arrival> people = DrillCurve.of(plan(1, List.of(new Point(0, 100), new Point(60, 100))));
        assertThat(share(
                        people.stream().filter(p -> p.reason().equals("return")).count(), people))
                .isCloseTo(0.75, Offset.offset(0.03));
        assertThat(share(people.stream().filter(DrillCurve.Arrival::chat).count(), people))
                .isCloseTo(0.25, Offset.offset(0.03));
        assertThat(share(people.stream().filter(p -> p.patienceSeconds() <= 60).count(), people))
                .as("half wait no longer than the median")
                .isCloseTo(0.5, Offset.offset(0.03));
    }

    private static double share(long some, List<?> all) {
        return (double) some / all.size();
    }

    @Test
    void everythingWrongWithAPlanIsSaidAtOnce() {
        DrillPlan bad = new DrillPlan(
                1, List.of(new Point(5, 10), new Point(5, 500)), Map.of("moon", 1), Map.of("en", 0), 2, 1);
        assertThat(bad.violations(List.of("return"), List.of("en")))
                .extracting(Violation::field)
                .containsExactly("curve", "curve", "reasons", "languages", "chatShare", "patienceSeconds");
        assertThat(plan(1, List.of(new Point(0, 1), new Point(5, 1)))
                        .violations(List.of("return", "general"), List.of("en", "ja")))
                .isEmpty();
    }

    @Test
    void theReportCountsWhoWasAnsweredInTimeAndWhoGaveUp() {
        List<DrillReport.Caller> callers = List.of(
                caller(true, true, 5),
                caller(true, true, 15),
                caller(true, true, 40),
                caller(false, true, 60),
                caller(false, true, 3),
                caller(false, false, 1));

        DrillReport.Line line = DrillReport.line(callers, 20);

        assertThat(line.offered()).isEqualTo(6);
        assertThat(line.answered()).isEqualTo(3);
        assertThat(line.abandoned()).isEqualTo(2);
        assertThat(line.serviceLevelPercent())
                .as("2 of 4; who hung up after 3 s and who has just come count for neither side")
                .isEqualTo(50);
        assertThat(line.meanWaitSeconds()).isEqualTo(20);
        assertThat(line.medianWaitSeconds()).isEqualTo(15);
        assertThat(line.longestWaitSeconds()).isEqualTo(40);
    }

    private static DrillReport.Caller caller(boolean answered, boolean over, double wait) {
        return new DrillReport.Caller("return", "en", answered, over, wait);
    }
}
