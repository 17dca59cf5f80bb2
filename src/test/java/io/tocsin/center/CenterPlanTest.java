package io.tocsin.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.PlannedResource;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.NumberType;
import io.tocsin.seat.Employment;
import io.tocsin.seat.FilledSeat;
import io.tocsin.seat.Person;
import io.tocsin.seat.SeatNeeded;
import io.tocsin.seat.Site;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The plan is a pure function: the same for the preview, the launch, the surge and the teardown. */
class CenterPlanTest {
    private static final UUID CENTER = new UUID(1, 1);

    @Property(tries = 60)
    void everyNameIsThereOnceAndWhatIsNeededIsPlannedBeforeIt(
            @ForAll @IntRange(max = 4) int numbers, @ForAll @IntRange(max = 12) int seats, @ForAll NumberType type) {
        List<PlannedResource> plan = CenterPlan.of(input(numbers, seats, type, "US"));

        assertThat(plan).extracting(PlannedResource::name).doesNotHaveDuplicates();
        Set<String> before = new HashSet<>();
        for (PlannedResource planned : plan) {
            assertThat(before).as("what %s needs", planned.name()).containsAll(planned.dependsOn());
            before.add(planned.name());
        }
    }

    @Property(tries = 60)
    void aSurgeOnlyAddsAndAShrinkOnlyTakesAway(
            @ForAll @IntRange(min = 1, max = 3) int numbers,
            @ForAll @IntRange(max = 6) int seats,
            @ForAll @IntRange(max = 2) int moreNumbers,
            @ForAll @IntRange(max = 4) int moreSeats) {
        Map<String, PlannedResource> small = byName(input(numbers, seats, NumberType.FREEPHONE, "US"));
        Map<String, PlannedResource> large =
                byName(input(numbers + moreNumbers, seats + moreSeats, NumberType.FREEPHONE, "US"));

        assertThat(large).as("nothing that exists changes").containsAllEntriesOf(small);
    }

    @Test
    void whatIsPlannedTwiceIsTheSame() {
        assertThat(CenterPlan.of(input(2, 5, NumberType.LOCAL, "JP")))
                .isEqualTo(CenterPlan.of(input(2, 5, NumberType.LOCAL, "JP")));
    }

    @Test
    void freephoneNumbersSendMessagesOnlyWhereTheyCan() {
        assertThat(byName(input(1, 0, NumberType.FREEPHONE, "US")).keySet()).anyMatch(n -> n.startsWith("sender/"));
        assertThat(byName(input(1, 0, NumberType.FREEPHONE, "JP")).keySet())
                .noneMatch(n -> n.startsWith("sender/"))
                .doesNotContain(CenterPlan.MESSAGING);
        assertThat(byName(input(1, 0, NumberType.MOBILE, "JP")).keySet()).anyMatch(n -> n.startsWith("sender/"));
    }

    @Test
    void anEmptySeatCostsNothing() {
        assertThat(byName(input(1, 0, NumberType.LOCAL, "JP")).keySet())
                .noneMatch(n -> n.startsWith("identity/") || n.startsWith("worker/") || n.startsWith("invitation/"));
    }

    private static Map<String, PlannedResource> byName(PlanInput input) {
        Map<String, PlannedResource> plan = new HashMap<>();
        CenterPlan.of(input).forEach(p -> plan.put(p.name(), p));
        return plan;
    }

    private static PlanInput input(int numbers, int seats, NumberType type, String country) {
        Map<NumberType, Integer> quarantine = new EnumMap<>(NumberType.class);
        for (NumberType each : NumberType.values()) {
            quarantine.put(each, 180);
        }
        return new PlanInput(
                CENTER,
                Mode.DRILL,
                "Example Inc.",
                "product-recall",
                "v1",
                1,
                List.of("en", "ja"),
                List.of(country),
                country,
                "https://tocsin.example",
                Map.of("en", Map.of(), "ja", Map.of()),
                List.of(new CapacityProfile.NumberNeed("main", numbers, type, country)),
                IntStream.range(0, seats).mapToObj(CenterPlanTest::seat).toList(),
                List.of(
                        new QueueNeed("general-en", "general", "en", "recall", false, 1),
                        new QueueNeed("general-ja", "general", "ja", "recall", false, 1)),
                List.of(
                        new PlanInput.NoticeNeed("first", "web", "en"),
                        new PlanInput.NoticeNeed("first", "web", "ja"),
                        new PlanInput.NoticeNeed("first", "sms", "en")),
                quarantine);
    }

    /** Every third seat is empty. */
    private static FilledSeat seat(int i) {
        SeatNeeded need = new SeatNeeded("S%04d".formatted(i + 1), List.of("en"), List.of("recall"), false, "any", 1);
        if (i % 3 == 2) {
            return new FilledSeat(need, Optional.empty(), Optional.of(io.tocsin.platform.Phrase.same("nobody")));
        }
        Person person = new Person(
                new UUID(2, i),
                "P" + i,
                "p" + i + "@people.example",
                "sip:x",
                List.of("en"),
                List.of("recall"),
                Site.HOME,
                Employment.EMPLOYEE,
                true,
                List.of("product-recall"),
                true);
        return new FilledSeat(need, Optional.of(person), Optional.empty());
    }
}
