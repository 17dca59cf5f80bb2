package io.tocsin.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeatAllocationTest {
    private static final String PACK = "product-recall";

    @Property(tries = 400)
    void nobodyHasTwoSeatsAndNobodySitsWhereTheyDoNotFit(
            @ForAll("people") List<Person> people, @ForAll("seats") List<SeatNeeded> seats, @ForAll long seed) {
        List<FilledSeat> filled = allocation(people).fill(seats, somePresent(people, seats, seed));

        assertThat(filled.stream().map(FilledSeat::need))
                .as("every seat is answered for")
                .isEqualTo(seats);
        List<UUID> seated = filled.stream()
                .flatMap(f -> f.person().stream())
                .map(Person::id)
                .toList();
        assertThat(seated).as("one seat per person").doesNotHaveDuplicates();
        filled.forEach(f -> f.person().ifPresent(p -> assertThat(fits(p, f.need()))
                .as("%s fits %s", p, f.need())
                .isTrue()));
        filled.forEach(f -> assertThat(f.whyEmpty().isPresent())
                .as("an empty seat says why, a filled one has nothing to say")
                .isEqualTo(f.person().isEmpty()));
    }

    @Property(tries = 400)
    void asManySeatsAreFilledAsCanBeFilledAtAll(
            @ForAll("people") List<Person> people, @ForAll("seats") List<SeatNeeded> seats, @ForAll long seed) {
        long filled = allocation(people).fill(seats, somePresent(people, seats, seed)).stream()
                .filter(f -> f.person().isPresent())
                .count();

        assertThat(filled).isEqualTo(most(seats, 0, people, new HashSet<>()));
    }

    @Property(tries = 200)
    void whoeverHasASeatKeepsASeat(
            @ForAll("people") List<Person> people, @ForAll("seats") List<SeatNeeded> seats, @ForAll long seed) {
        Map<String, UUID> present = somePresent(people, seats, seed);

        Set<UUID> after = allocation(people).fill(seats, present).stream()
                .flatMap(f -> f.person().stream())
                .map(Person::id)
                .collect(Collectors.toSet());

        assertThat(after).as("incumbents who still fit").containsAll(fittingIncumbents(people, seats, present));
    }

    @Property(tries = 200)
    void allocatingAgainChangesNothing(@ForAll("people") List<Person> people, @ForAll("seats") List<SeatNeeded> seats) {
        List<FilledSeat> first = allocation(people).fill(seats, Map.of());
        Map<String, UUID> present = new HashMap<>();
        first.forEach(f -> f.person().ifPresent(p -> present.put(f.need().seatNo(), p.id())));

        assertThat(allocation(people).fill(seats, present)).isEqualTo(first);
    }

    @Test
    void aCenterMuchLargerThanItsRosterIsAllocatedInSeconds() {
        List<Person> people = IntStream.range(0, 600)
                .mapToObj(i -> person(i, List.of("en"), true))
                .toList();
        List<SeatNeeded> seats = IntStream.range(0, 2000)
                .mapToObj(i -> new SeatNeeded("S" + i, List.of("en"), List.of(), i % 2 == 0, "any", 1))
                .toList();

        List<FilledSeat> filled = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> allocation(people).fill(seats, Map.of()));

        assertThat(filled.stream().filter(f -> f.person().isPresent())).hasSize(600);
    }

    @Test
    void whoeverIsBusyElsewhereIsTakenOnlyWhenNobodyElseFits() {
        Person busy = person(1, List.of("en"), true);
        Person free = person(2, List.of("en"), true);
        SeatNeeded seat = new SeatNeeded("S0001", List.of("en"), List.of(), false, "any", 1);
        SeatAllocation allocation = new SeatAllocation(PACK, List.of(busy, free), Set.of(busy.id()));

        assertThat(allocation.fill(List.of(seat), Map.of()).get(0).person()).contains(free);
        assertThat(new SeatAllocation(PACK, List.of(busy), Set.of(busy.id()))
                        .fill(List.of(seat), Map.of())
                        .get(0)
                        .person())
                .contains(busy);
    }

    @Test
    void anEmptySeatSaysWhatIsLacking() {
        SeatNeeded french = new SeatNeeded("S0001", List.of("fr"), List.of(), false, "any", 1);
        SeatNeeded cleared = new SeatNeeded("S0002", List.of("en"), List.of(), true, "any", 1);
        Person person = person(1, List.of("en"), false);

        List<FilledSeat> filled = allocation(List.of(person)).fill(List.of(french, cleared), Map.of());

        assertThat(filled.get(0).whyEmpty().orElseThrow().en()).isEqualTo("Nobody on the roster speaks fr.");
        assertThat(filled.get(1).whyEmpty().orElseThrow().en())
                .isEqualTo("Nobody on the roster is cleared for personal data.");
        assertThat(allocation(List.of())
                        .fill(List.of(french), Map.of())
                        .get(0)
                        .whyEmpty()
                        .orElseThrow()
                        .en())
                .startsWith("The roster is empty");
    }

    private static SeatAllocation allocation(List<Person> people) {
        return new SeatAllocation(PACK, people, Set.of());
    }

    /** By brute force: each seat in turn is left empty or given to anyone who fits and is free. */
    private static long most(List<SeatNeeded> seats, int next, List<Person> people, Set<UUID> used) {
        if (next == seats.size()) {
            return 0;
        }
        long best = most(seats, next + 1, people, used);
        for (Person person : people) {
            if (fits(person, seats.get(next)) && used.add(person.id())) {
                best = Math.max(best, 1 + most(seats, next + 1, people, used));
                used.remove(person.id());
            }
        }
        return best;
    }

    private static boolean fits(Person person, SeatNeeded need) {
        return person.languages().containsAll(need.languages())
                && person.skills().containsAll(need.skills())
                && (!need.personalData() || person.clearance())
                && person.trainedFor().contains(PACK)
                && (!need.site().equals("home") || person.homePermission());
    }

    /** Some seats taken by anybody, whether or not they fit; a person has one seat at most. */
    private static Map<String, UUID> somePresent(List<Person> people, List<SeatNeeded> seats, long seed) {
        List<Person> shuffled = new ArrayList<>(people);
        Random random = new Random(seed);
        java.util.Collections.shuffle(shuffled, random);
        Map<String, UUID> present = new HashMap<>();
        for (int i = 0; i < Math.min(seats.size(), shuffled.size()); i++) {
            if (random.nextBoolean()) {
                present.put(seats.get(i).seatNo(), shuffled.get(i).id());
            }
        }
        return present;
    }

    private static Set<UUID> fittingIncumbents(List<Person> people, List<SeatNeeded> seats, Map<String, UUID> present) {
        return people.stream()
                .filter(p -> seats.stream().anyMatch(s -> p.id().equals(present.get(s.seatNo())) && fits(p, s)))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<List<Person>> people() {
        return Combinators.combine(
                        Arbitraries.of(List.of("en"), List.of("ja"), List.of("en", "ja")),
                        Arbitraries.of(List.<String>of(), List.of("recall"), List.of("recall", "returns")),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, false))
                .as((languages, skills, clearance, trained, home) -> new Person(
                        null,
                        "",
                        "",
                        "sip:x",
                        languages,
                        skills,
                        Site.HEADQUARTERS,
                        Employment.EMPLOYEE,
                        clearance,
                        trained ? List.of(PACK) : List.of(),
                        home))
                .list()
                .ofMaxSize(6)
                .map(people -> IntStream.range(0, people.size())
                        .mapToObj(i -> named(people.get(i), i))
                        .toList());
    }

    private static Person named(Person p, int i) {
        return new Person(
                new UUID(9, i),
                "P" + i,
                "p" + i + "@people.example",
                p.ring(),
                p.languages(),
                p.skills(),
                p.site(),
                p.employment(),
                p.clearance(),
                p.trainedFor(),
                p.homePermission());
    }

    private static Person person(int i, List<String> languages, boolean clearance) {
        return named(
                new Person(
                        null,
                        "",
                        "",
                        "sip:x",
                        languages,
                        List.of(),
                        Site.HEADQUARTERS,
                        Employment.EMPLOYEE,
                        clearance,
                        List.of(PACK),
                        false),
                i);
    }

    @Provide
    Arbitrary<List<SeatNeeded>> seats() {
        return Combinators.combine(
                        Arbitraries.of(List.of("en"), List.of("ja"), List.of("en", "ja")),
                        Arbitraries.of(List.<String>of(), List.of("recall"), List.of("recall", "returns")),
                        Arbitraries.of(true, false),
                        Arbitraries.of("any", "headquarters", "home"),
                        Arbitraries.of(1, 2))
                .as((languages, skills, personal, site, wave) ->
                        new SeatNeeded("", languages, skills, personal, site, wave))
                .list()
                .ofMaxSize(5)
                .map(seats -> IntStream.range(0, seats.size())
                        .mapToObj(i -> new SeatNeeded(
                                "S" + i,
                                seats.get(i).languages(),
                                seats.get(i).skills(),
                                seats.get(i).personalData(),
                                seats.get(i).site(),
                                seats.get(i).wave()))
                        .toList());
    }
}
