package io.tocsin.regime;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which days are working days: Monday to Friday without the public holidays of the jurisdiction. The Union as a whole
 * has no holidays of its own.
 */
public final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Map<String, Optional<HolidayManager>> CALENDARS = new ConcurrentHashMap<>();

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day, String jurisdiction) {
        return !isWeekend(day) && !isHoliday(day, jurisdiction);
    }

    static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    /** Whether it is a public holiday of the whole jurisdiction; where no calendar is known, there is none. */
    static boolean isHoliday(LocalDate day, String jurisdiction) {
        return calendar(jurisdiction).map(c -> isHoliday(c, day, jurisdiction)).orElse(false);
    }

    private static boolean isHoliday(HolidayManager calendar, LocalDate day, String jurisdiction) {
        return calendar.isHoliday(day)
                || (jurisdiction.equals("JP") && isJapaneseSubstitute(calendar, day))
                || (jurisdiction.equals("US") && isColumbusDay(day));
    }

    /** The calendar knows it for some states only; it is a federal holiday (5 U.S.C. 6103(a)). */
    private static boolean isColumbusDay(LocalDate day) {
        return day.getMonth() == Month.OCTOBER
                && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)));
    }

    /**
     * What the calendar does not know: the first day after a holiday on a Sunday that is none itself, and a day between
     * two holidays (Act on National Holidays, Art. 3(2) and (3)).
     */
    private static boolean isJapaneseSubstitute(HolidayManager calendar, LocalDate day) {
        if (calendar.isHoliday(day.minusDays(1)) && calendar.isHoliday(day.plusDays(1))) {
            return true;
        }
        LocalDate before = day.minusDays(1);
        while (calendar.isHoliday(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    /** The {@code count}th working day after {@code start}; {@code start} itself does not count. */
    public static LocalDate after(LocalDate start, int count, String jurisdiction) {
        LocalDate day = start;
        int left = count;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day, jurisdiction)) {
                left--;
            }
        }
        return day;
    }

    private static Optional<HolidayManager> calendar(String jurisdiction) {
        return CALENDARS.computeIfAbsent(jurisdiction, WorkingDays::open);
    }

    private static Optional<HolidayManager> open(String jurisdiction) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(jurisdiction)) {
            return Optional.empty();
        }
        return Optional.of(HolidayManager.getInstance(ManagerParameters.create(jurisdiction)));
    }
}
