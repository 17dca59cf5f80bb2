package io.tocsin.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ObligationClockTest {
    private static final long IN_2016 = 1_451_606_400L;
    private static final long IN_2035 = 2_051_222_400L;

    @Test
    void hoursRunThroughNightsAndHolidays() {
        Instant awareness = Instant.parse("2024-12-24T22:30:00Z");

        assertThat(ObligationClock.dueAt(new Deadline.Hours(72), awareness, "DE"))
                .contains(Instant.parse("2024-12-27T22:30:00Z"));
    }

    @Test
    void calendarDaysEndWithTheDayWhereTheLawHolds() {
        Instant awareness = Instant.parse("2024-06-07T20:00:00Z"); // 8 June, 5:00 in Tokyo

        assertThat(ObligationClock.dueAt(new Deadline.CalendarDays(5, false), awareness, "JP"))
                .contains(Instant.parse("2024-06-13T14:59:59Z"));
    }

    @Test
    void theDayOfAwarenessCountsWhereTheLawSaysSo() {
        Instant awareness = Instant.parse("2024-06-08T01:00:00Z");

        assertThat(ObligationClock.dueAt(new Deadline.CalendarDays(60, true), awareness, "JP"))
                .contains(Instant.parse("2024-08-06T14:59:59Z"));
    }

    @Test
    void workingDaysSkipTheHolidaysOfTheCountry() {
        // Friday, 3 July 2026 is the observed Independence Day
        Instant awareness = Instant.parse("2026-07-01T15:00:00Z");

        assertThat(day(new Deadline.WorkingDays(5), awareness, "US")).isEqualTo(LocalDate.of(2026, 7, 9));
    }

    @Test
    void goldenWeekIsNoWorkingTimeInJapan() {
        Instant awareness = Instant.parse("2024-05-02T03:00:00Z");

        assertThat(day(new Deadline.WorkingDays(1), awareness, "JP")).isEqualTo(LocalDate.of(2024, 5, 7));
    }

    @Test
    void theUnionAsAWholeHasWeekendsOnly() {
        Instant awareness = Instant.parse("2024-12-24T10:00:00Z");

        assertThat(day(new Deadline.WorkingDays(1), awareness, "EU")).isEqualTo(LocalDate.of(2024, 12, 25));
        assertThat(day(new Deadline.WorkingDays(1), awareness, "DE")).isEqualTo(LocalDate.of(2024, 12, 27));
    }

    @Test
    void withoutUndueDelayHasNoDate() {
        assertThat(ObligationClock.dueAt(new Deadline.UndueDelay(), Instant.EPOCH, "EU"))
                .isEmpty();
    }

    @Property(tries = 300)
    void hoursAreHours(
            @ForAll @LongRange(min = IN_2016, max = IN_2035) long second,
            @ForAll @IntRange(min = 1, max = 200) int hours) {
        Instant awareness = Instant.ofEpochSecond(second);

        assertThat(ObligationClock.dueAt(new Deadline.Hours(hours), awareness, "US"))
                .contains(awareness.plus(Duration.ofHours(hours)));
    }

    @Property(tries = 300)
    void aDeadlineInWorkingDaysIsAWorkingDayAndNeverSoonerThanInCalendarDays(
            @ForAll @LongRange(min = IN_2016, max = IN_2035) long second,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        Instant awareness = Instant.ofEpochSecond(second);
        for (String jurisdiction : new String[] {"US", "JP", "EU", "FR"}) {
            LocalDate due = day(new Deadline.WorkingDays(days), awareness, jurisdiction);
            assertThat(WorkingDays.isWorkingDay(due, jurisdiction)).isTrue();
            assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(due).isAfterOrEqualTo(day(new Deadline.CalendarDays(days, false), awareness, jurisdiction));
        }
    }

    @Property(tries = 300)
    void moreDaysAreNeverDueSooner(
            @ForAll @LongRange(min = IN_2016, max = IN_2035) long second,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant awareness = Instant.ofEpochSecond(second);

        assertThat(ObligationClock.dueAt(new Deadline.WorkingDays(days + 1), awareness, "JP")
                        .orElseThrow())
                .isAfter(ObligationClock.dueAt(new Deadline.WorkingDays(days), awareness, "JP")
                        .orElseThrow());
        assertThat(ObligationClock.dueAt(new Deadline.CalendarDays(days, true), awareness, "JP")
                        .orElseThrow())
                .isAfterOrEqualTo(awareness);
    }

    private static LocalDate day(Deadline deadline, Instant awareness, String jurisdiction) {
        ZoneId zone = Jurisdictions.zoneOf(jurisdiction);
        return ObligationClock.dueAt(deadline, awareness, jurisdiction)
                .orElseThrow()
                .atZone(zone)
                .toLocalDate();
    }
}
