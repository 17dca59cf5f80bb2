package io.tocsin.regime;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
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
        return !WEEKEND.contains(day.getDayOfWeek())
                && calendar(jurisdiction).map(c -> !c.isHoliday(day)).orElse(true);
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
        if (jurisdiction.equals(Jurisdictions.EU)
                || !HolidayManager.getSupportedCalendarCodes().contains(jurisdiction.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(HolidayManager.getInstance(
                ManagerParameters.create(jurisdiction.toLowerCase(Locale.ROOT))));
    }
}
