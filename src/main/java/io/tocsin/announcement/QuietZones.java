package io.tocsin.announcement;

import io.tocsin.regime.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where the recipients of a piece of work live, with the hours in which they may be written to. */
final class QuietZones {
    /** Nobody is left alone for ever by a gap in the rules; it is looked at again. */
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    static final QuietZones NONE = new QuietZones(Map.of());

    private final Map<Place, CallingHours> hours;

    QuietZones(Map<Place, CallingHours> hours) {
        this.hours = Map.copyOf(hours);
    }

    /** As recipients have it. */
    record Place(String zone, String country) {}

    /** @param until when messages may go there again */
    record Quiet(String zone, String country, Instant until) {}

    /** Where nobody may be written to at this moment. */
    List<Quiet> at(Instant now) {
        return hours.entrySet().stream()
                .filter(e -> !e.getValue().allow(now))
                .map(e -> new Quiet(
                        e.getKey().zone(),
                        e.getKey().country(),
                        e.getValue().next(now).orElse(now.plus(LOOK_AGAIN))))
                .toList();
    }
}
