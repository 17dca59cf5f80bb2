package io.tocsin.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallingHoursTest {
    private static final CallingRules SHIPPED = new CallingRules(Path.of("templates/calling-hours.yaml"));
    private static final Duration STEP = Duration.ofMinutes(1);

    @Property(tries = 1500)
    void aMomentIsAllowedOnlyWithinTheWindowOfEveryZone(
            @ForAll("hours") CallingHours hours, @ForAll("moments") Instant at) {
        assertThat(hours.allow(at))
                .as("%s at %s", hours, at)
                .isEqualTo(hours.zones().stream().allMatch(zone -> within(hours, at.atZone(zone))));
    }

    @Property(tries = 1500)
    void theNextMomentIsAllowedAndNotBeforeTheOneAskedFor(
            @ForAll("hours") CallingHours hours, @ForAll("moments") Instant at) {
        hours.next(at).ifPresent(next -> {
            assertThat(next).isAfterOrEqualTo(at);
            assertThat(hours.zones()).allSatisfy(zone -> assertThat(within(hours, next.atZone(zone)))
                    .as("%s within the window of %s (%s)", next, zone, next.atZone(zone))
                    .isTrue());
            assertThat(hours.next(next))
                    .as("whoever may call now need not wait")
                    .contains(next);
        });
    }

    @Property(tries = 400)
    void noEarlierMomentWouldHaveDone(@ForAll("hours") CallingHours hours, @ForAll("moments") Instant at) {
        Instant end = hours.next(at).orElse(at.plus(Duration.ofDays(3)));
        Instant watched = end.isAfter(at.plus(Duration.ofDays(3))) ? at.plus(Duration.ofDays(3)) : end;
        for (Instant t = at; t.isBefore(watched); t = t.plus(STEP)) {
            assertThat(hours.allow(t))
                    .as("%s, but the next is %s (%s)", t, end, hours)
                    .isFalse();
        }
        if (end.isAfter(at) && watched.equals(end)) {
            assertThat(hours.allow(end.minusMillis(1)) && end.minusMillis(1).isAfter(at))
                    .as("a millisecond before %s", end)
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void withShippedHoursThereIsAlwaysANextMomentInEveryCountry(
            @ForAll("countries") String country, @ForAll("moments") Instant at) {
        CallingHours hours = SHIPPED.hours(null, country);

        Optional<Instant> next = hours.next(at);

        if (!Set.of("AQ", "FR", "UM").contains(country)) {
            assertThat(next).as("%s from %s", country, at).isPresent();
            assertThat(Duration.between(at, next.orElseThrow())).isLessThan(Duration.ofDays(12));
        }
    }

    @Property(tries = 200)
    void aroundEveryChangeOfTheClockTheLocalWindowHolds(
            @ForAll("changes") ZonedDateTime change, @ForAll("windows") CallingHours.Window window) {
        CallingHours hours = new CallingHours(Set.of(change.getZone()), rule(window), "");
        List<Instant> wrong = new ArrayList<>();
        for (Instant t = change.toInstant().minus(Duration.ofHours(30));
                t.isBefore(change.toInstant().plus(Duration.ofHours(30)));
                t = t.plus(Duration.ofMinutes(7))) {
            Instant next = hours.next(t).orElse(t.plus(Duration.ofDays(3)));
            for (Instant u = t; u.isBefore(next); u = u.plus(Duration.ofMinutes(10))) {
                if (window.holds(u.atZone(change.getZone()).toLocalTime())) {
                    wrong.add(u);
                }
            }
        }
        assertThat(wrong)
                .as("allowed by %s's clock but skipped", change.getZone())
                .isEmpty();
    }

    @Test
    void amongUsZonesOnlyTheHoursCommonToAllAreTakenWhereTheZoneIsNotKnown() {
        CallingHours anywhere = SHIPPED.hours(null, "US");

        assertThat(anywhere.allow(Instant.parse("2026-01-14T17:59:00Z")))
                .as("7:59 in Honolulu")
                .isFalse();
        assertThat(anywhere.allow(Instant.parse("2026-01-14T18:00:00Z")))
                .as("8:00 in Honolulu")
                .isTrue();
        assertThat(anywhere.allow(Instant.parse("2026-01-15T02:00:00Z")))
                .as("21:00 in New York")
                .isFalse();
        assertThat(anywhere.next(Instant.parse("2026-01-15T02:00:00Z")))
                .contains(Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Test
    void aJapaneseSubstituteHolidayHasHolidayHours() {
        CallingHours tokyo = SHIPPED.hours(ZoneId.of("Asia/Tokyo"), "JP");

        // 3 May 2026 is a holiday on a Sunday; Wednesday the 6th stands in for it.
        assertThat(tokyo.next(Instant.parse("2026-05-05T22:00:00Z"))).contains(Instant.parse("2026-05-06T01:00:00Z"));
    }

    @Test
    void nobodyIsCalledWhereNeitherZoneNorCountryIsKnown() {
        CallingHours nowhere = SHIPPED.hours(null, null);

        assertThat(nowhere.allow(Instant.parse("2026-01-14T12:00:00Z"))).isFalse();
        assertThat(nowhere.next(Instant.parse("2026-01-14T12:00:00Z"))).isEmpty();
    }

    @Test
    void anHourThatTheClockSkipsBeginsWithTheChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        CallingHours night = new CallingHours(Set.of(berlin), rule(window("02:30", "05:00")), "");

        assertThat(night.next(Instant.parse("2026-03-29T00:00:00Z")))
                .as("2:30 does not exist on this day, 3:00 is the first moment after it")
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void anHourThatTheClockRepeatsIsAllowedTwice() {
        CallingHours night = new CallingHours(Set.of(ZoneId.of("Europe/Berlin")), rule(window("02:15", "02:45")), "");

        assertThat(night.next(Instant.parse("2026-10-25T00:45:00Z")))
                .as("the second 2:15")
                .contains(Instant.parse("2026-10-25T01:15:00Z"));
    }

    @Test
    void aFileThatCannotBeReadAsMeantLeavesTheStrictestHours(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("calling-hours.yaml");
        Files.writeString(
                file,
                "default: {weekdays: 9-25, weekends: none, holidays: none, source: x}\n"
                        + "countries: {Utopia: {weekdays: none, weekends: none, holidays: none, source: x}}\n");

        CallingRules rules = new CallingRules(file);

        assertThat(rules.findings())
                .extracting(f -> f.message().en())
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("9-25"), m -> assertThat(m).contains("Utopia"));
        CallingHours tokyo = rules.hours(ZoneId.of("Asia/Tokyo"), "JP");
        assertThat(tokyo.allow(Instant.parse("2026-01-14T00:59:00Z")))
                .as("9:59")
                .isFalse();
        assertThat(tokyo.allow(Instant.parse("2026-01-14T01:00:00Z")))
                .as("10:00")
                .isTrue();
    }

    @Test
    void theShippedFileIsInOrder() {
        assertThat(SHIPPED.findings()).isEmpty();
        assertThat(CountryZones.all()).hasSizeGreaterThan(240);
    }

    @Provide
    Arbitrary<CallingHours> hours() {
        Arbitrary<Set<ZoneId>> zones = zones().set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Optional<CallingHours.Window>> window = windows().optional(0.8);
        Arbitrary<String> country = Arbitraries.of("", "US", "JP", "DE", "FR", "GB", "XX");
        return Combinators.combine(zones, window, window, window, country)
                .as((z, week, end, holiday, c) ->
                        new CallingHours(z, new CallingHours.Rule(week, end, holiday, "test", true), c));
    }

    @Provide
    Arbitrary<CallingHours.Window> windows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1400),
                        Arbitraries.integers().between(15, 900))
                .as((from, minutes) -> new CallingHours.Window(
                        LocalTime.ofSecondOfDay(from * 60L),
                        LocalTime.ofSecondOfDay(Math.min(1439, from + minutes) * 60L)));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2025-12-20T00:00:00Z").getEpochSecond(),
                        Instant.parse("2028-01-10T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of(CountryZones.all().keySet().stream().sorted().toList());
    }

    @Provide
    Arbitrary<ZonedDateTime> changes() {
        List<ZonedDateTime> all = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .flatMap(zone ->
                        Optional.ofNullable(zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z")))
                                .map(ZoneOffsetTransition::getInstant)
                                .map(at -> at.atZone(zone))
                                .stream())
                .toList();
        return Arbitraries.of(all);
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    /** The rule once more, as a person would say it. */
    private static boolean within(CallingHours hours, ZonedDateTime local) {
        boolean holiday = !hours.country().isEmpty() && WorkingDays.isHoliday(local.toLocalDate(), hours.country());
        boolean weekend = local.getDayOfWeek().getValue() >= 6;
        Optional<CallingHours.Window> window = holiday
                ? hours.rule().holidays()
                : weekend ? hours.rule().weekends() : hours.rule().weekdays();
        LocalTime time = local.toLocalTime();
        return window.isPresent()
                && time.compareTo(window.get().from()) >= 0
                && time.compareTo(window.get().until()) < 0;
    }

    private static CallingHours.Rule rule(CallingHours.Window window) {
        return new CallingHours.Rule(Optional.of(window), Optional.of(window), Optional.of(window), "test", true);
    }

    private static CallingHours.Window window(String from, String until) {
        return new CallingHours.Window(LocalTime.parse(from), LocalTime.parse(until));
    }
}
