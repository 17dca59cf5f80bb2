package io.tocsin.regime;

/** How long there is, counted from the moment of awareness. */
public sealed interface Deadline {
    /** To the minute. */
    record Hours(int hours) implements Deadline {}

    /**
     * Until the end of a day.
     *
     * @param firstDayCounts whether the day of awareness is day 1 (Japan's APPI) or day 0
     */
    record CalendarDays(int days, boolean firstDayCounts) implements Deadline {}

    /** Until the end of a working day; weekends and public holidays of the jurisdiction do not count. */
    record WorkingDays(int days) implements Deadline {}

    /** As soon as can be; the law sets no number. */
    record UndueDelay() implements Deadline {}
}
