package io.tocsin.inquiry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time of which inquiries are counted.
 *
 * @param from begin, included
 * @param until end, not included
 * @param hours how many last ones it is; null for others
 * @param firstDay as it was asked for; null for none, as is lastDay
 */
public record AnalysisPeriod(
        Instant from, Instant until, ZoneId zone, Integer hours, LocalDate firstDay, LocalDate lastDay) {
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MOST_HOURS = 24 * 366;

    /** Of all times. */
    public static AnalysisPeriod all(ZoneId zone) {
        return new AnalysisPeriod(Instant.EPOCH, NEVER, zone, null, null, null);
    }

    /** What cannot be read does not narrow it; days in the wrong order are turned around. */
    static AnalysisPeriod read(String hours, String from, String until, ZoneId zone, Instant now) {
        if (hours != null && hours.matches("[1-9][0-9]{0,4}") && Integer.parseInt(hours) <= MOST_HOURS) {
            int last = Integer.parseInt(hours);
            return new AnalysisPeriod(now.minus(Duration.ofHours(last)), NEVER, zone, last, null, null);
        }
        LocalDate first = day(from);
        LocalDate last = day(until);
        if (first != null && last != null && last.isBefore(first)) {
            LocalDate later = first;
            first = last;
            last = later;
        }
        return new AnalysisPeriod(
                first == null ? Instant.EPOCH : first.atStartOfDay(zone).toInstant(),
                last == null ? NEVER : last.plusDays(1).atStartOfDay(zone).toInstant(),
                zone,
                null,
                first,
                last);
    }

    private static LocalDate day(String written) {
        try {
            LocalDate day = written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
            return day == null || day.getYear() < 1970 || day.getYear() > 9000 ? null : day;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    public boolean isAll() {
        return hours == null && firstDay == null && lastDay == null;
    }
}
