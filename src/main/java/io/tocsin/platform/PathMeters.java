package io.tocsin.platform;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Meters requests by what they ask for. REST paths come as their templates; those of webhooks, and of whoever is refused
 * before a path is looked at, come as they were asked, with the ids of centers, people and calls in them.
 */
final class PathMeters implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final String PATH = "uri";
    private static final Pattern IDS =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z]{2}[0-9a-f]{32}");

    @Produces
    @Singleton
    static MeterFilter pathMeters() {
        return new PathMeters();
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String path = id.getName().equals(REQUESTS) ? id.getTag(PATH) : null;
        return path == null
                ? id
                : id.replaceTags(id.getTags().stream()
                        .map(tag -> tag.getKey().equals(PATH)
                                ? Tag.of(PATH, IDS.matcher(path).replaceAll("{id}"))
                                : tag)
                        .toList());
    }
}
