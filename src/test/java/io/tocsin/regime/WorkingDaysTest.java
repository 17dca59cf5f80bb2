package io.tocsin.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    /** The eleven of 5 U.S.C. 6103(a) as they are kept in 2026: Independence Day, a Saturday, on the Friday before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-19",
                "2026-02-16",
                "2026-05-25",
                "2026-06-19",
                "2026-07-03",
                "2026-09-07",
                "2026-10-12",
                "2026-11-11",
                "2026-11-26",
                "2026-12-25"
            })
    void federalHolidaysAreNoWorkingDaysInTheUnitedStates(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day, "US")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-05", "2026-10-13", "2026-10-19", "2026-07-06", "2026-11-12"})
    void theDaysAroundThemAreWorkedOn(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day, "US")).isTrue();
    }

    @Test
    void japanKeepsSportsDayOnTheSecondMondayOfOctober() {
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 10, 12), "JP")).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 10, 19), "JP")).isTrue();
    }
}
