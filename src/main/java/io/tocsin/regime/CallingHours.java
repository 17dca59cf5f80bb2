package io.tocsin.regime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When a person may be called or sent a message. Who may be in one of several time zones is called only while the hours
 * of all of them allow it. Local time decides, so that days on which the clock is put forward or back need no thought.
 *
 * @param zones where the person may be; with none, no hour is known to be right and none is allowed
 * @param country whose public holidays count, ISO 3166; empty for none
 */
public record CallingHours(Set<ZoneId> zones, Rule rule, String country) {
    /** Longer than any run of days on which nobody may be called. */
    private static final Duration HORIZON = Duration.ofDays(40);

    public CallingHours {
        zones = Set.copyOf(zones);
    }

    /**
     * Hours of one day.
     *
     * @param from the first minute
     * @param until too late from here on
     */
    public record Window(LocalTime from, LocalTime until) {
        public Window {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException(
                        "a window ends after it begins, on the same day: " + from + "-" + until);
            }
        }

        boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }

        private Optional<Window> and(Window other) {
            LocalTime later = from.isAfter(other.from) ? from : other.from;
            LocalTime earlier = until.isBefore(other.until) ? until : other.until;
            return later.isBefore(earlier) ? Optional.of(new Window(later, earlier)) : Optional.empty();
        }
    }

    /**
     * Hours of a country. Empty windows: nobody is called on such a day.
     *
     * @param source act and article
     * @param verified false where it must be checked before anyone relies on it
     */
    public record Rule(
            Optional<Window> weekdays,
            Optional<Window> weekends,
            Optional<Window> holidays,
            String source,
            boolean verified) {}

    /** The same, but never outside this window. */
    public CallingHours within(Window narrower) {
        Rule narrowed = new Rule(
                rule.weekdays().flatMap(narrower::and),
                rule.weekends().flatMap(narrower::and),
                rule.holidays().flatMap(narrower::and),
                rule.source(),
                rule.verified());
        return new CallingHours(zones, narrowed, country);
    }

    public boolean allow(Instant at) {
        return !zones.isEmpty() && zones.stream().allMatch(zone -> allow(zone, at));
    }

    /** The first moment, {@code at} or later, at which a call is allowed; empty if there is none in the next weeks. */
    public Optional<Instant> next(Instant at) {
        if (zones.isEmpty()) {
            return Optional.empty();
        }
        Instant end = at.plus(HORIZON);
        Instant candidate = at;
        while (!allow(candidate)) {
            // No moment before the latest of the zones' own next openings can suit them all.
            Optional<Instant> latest = latestOpening(candidate, end);
            if (latest.isEmpty()) {
                return Optional.empty();
            }
            candidate = latest.get();
        }
        return Optional.of(candidate);
    }

    private Optional<Instant> latestOpening(Instant at, Instant end) {
        Instant latest = at;
        for (ZoneId zone : zones) {
            Optional<Instant> opening = opening(zone, at, end);
            if (opening.isEmpty()) {
                return Optional.empty();
            }
            latest = opening.get().isAfter(latest) ? opening.get() : latest;
        }
        return Optional.of(latest);
    }

    private boolean allow(ZoneId zone, Instant at) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        return window(local.toLocalDate())
                .map(w -> w.holds(local.toLocalTime()))
                .orElse(false);
    }

    private Optional<Window> window(LocalDate day) {
        if (!country.isEmpty() && WorkingDays.isHoliday(day, country)) {
            return rule.holidays();
        }
        return WorkingDays.isWeekend(day) ? rule.weekends() : rule.weekdays();
    }

    /**
     * A zone's hours begin either when a clock shows the beginning of a window (once, twice, or never on a day on which
     * the clock is changed) or when the clock is changed into one.
     */
    private Optional<Instant> opening(ZoneId zone, Instant at, Instant end) {
        if (allow(zone, at)) {
            return Optional.of(at);
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        long days = Duration.between(at, end).toDays() + 1;
        Optional<Instant> byClock = LongStream.rangeClosed(0, days)
                .mapToObj(today::plusDays)
                .map(day -> firstOf(beginnings(zone, day), zone, at))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<Instant> byChange = firstOf(changes(zone.getRules(), at, byClock.orElse(end)), zone, at);
        return Stream.of(byClock, byChange)
                .flatMap(Optional::stream)
                .filter(opening -> !opening.isAfter(end))
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> firstOf(Collection<Instant> candidates, ZoneId zone, Instant at) {
        return candidates.stream().filter(c -> c.isAfter(at) && allow(zone, c)).min(Comparator.naturalOrder());
    }

    private Collection<Instant> beginnings(ZoneId zone, LocalDate day) {
        return window(day).stream()
                .map(w -> day.atTime(w.from()))
                .flatMap(
                        local -> zone.getRules().getValidOffsets(local).stream().map(local::toInstant))
                .toList();
    }

    private static Collection<Instant> changes(ZoneRules rules, Instant after, Instant until) {
        return Stream.iterate(rules.nextTransition(after), t -> t != null, t -> rules.nextTransition(t.getInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .takeWhile(change -> !change.isAfter(until))
                .toList();
    }
}
