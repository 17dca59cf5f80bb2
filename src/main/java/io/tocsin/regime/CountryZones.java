package io.tocsin.regime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in time the people of a country may be. */
final class CountryZones {
    private CountryZones() {}

    /** Read when first asked for. */
    private static final class Held {
        private static final Map<String, Set<ZoneId>> ZONES = read();
    }

    /** Empty for a country that is not known. */
    static Set<ZoneId> of(String country) {
        return Held.ZONES.getOrDefault(country, Set.of());
    }

    static Map<String, Set<ZoneId>> all() {
        return Held.ZONES;
    }

    private static Map<String, Set<ZoneId>> read() {
        Properties written = new Properties();
        try (InputStream in = CountryZones.class.getResourceAsStream("/regime/country-zones.properties")) {
            written.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(country -> country, country -> Stream.of(
                                written.getProperty(country).split(","))
                        .map(ZoneId::of)
                        .collect(Collectors.toUnmodifiableSet())));
    }
}
