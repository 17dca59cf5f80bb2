package io.tocsin.stack;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/** For those who are called in tests and rehearsals: nobody is called at night, there neither. */
public final class Daytime {
    private Daytime() {}

    /** Where it is the middle of the day at this moment. */
    public static ZoneId somewhere(Instant now) {
        return Stream.of(
                        "Pacific/Auckland",
                        "Asia/Tokyo",
                        "Asia/Dhaka",
                        "Asia/Dubai",
                        "Europe/Berlin",
                        "America/Sao_Paulo",
                        "America/Chicago",
                        "Pacific/Honolulu")
                .map(ZoneId::of)
                .filter(zone -> {
                    int hour = now.atZone(zone).getHour();
                    return hour >= 9 && hour < 18;
                })
                .findFirst()
                .orElseThrow();
    }
}
