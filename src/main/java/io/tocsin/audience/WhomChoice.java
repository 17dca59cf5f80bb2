package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom a form of the console may address: everybody of an audience, or one of its segments. */
@ApplicationScoped
public class WhomChoice {
    private final Audiences audiences;
    private final SavedSegments segments;

    WhomChoice(Audiences audiences, SavedSegments segments) {
        this.audiences = audiences;
        this.segments = segments;
    }

    /** One audience with its segments. */
    public record Group(Audience audience, List<SavedSegment> segments) {}

    /** @param segment as JSON; null for everybody of the audience */
    public record Whom(UUID audience, JsonNode segment) {}

    public List<Group> of(UUID centerId) {
        return audiences.of(centerId).stream()
                .map(a -> new Group(a, segments.of(a.id())))
                .toList();
    }

    /** @param chosen id of an audience or of a segment; nothing where it is neither */
    public Optional<Whom> read(UUID centerId, UUID chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        return of(centerId).stream()
                .flatMap(group -> group.audience().id().equals(chosen)
                        ? Stream.of(new Whom(chosen, null))
                        : group.segments().stream()
                                .filter(s -> s.id().equals(chosen))
                                .map(s -> new Whom(s.audienceId(), s.criteria())))
                .findFirst();
    }

    /** What to show as chosen: a segment's id, or the audience's where everybody is meant; nothing for conditions without a name. */
    public Optional<UUID> shown(UUID audienceId, JsonNode segment) {
        return isEverybody(segment)
                ? Optional.of(audienceId)
                : named(audienceId, segment).map(SavedSegment::id);
    }

    /** The name of the audience, and of the segment; the conditions themselves where they have none. */
    public String name(UUID centerId, UUID audienceId, JsonNode segment) {
        String audience = audiences.get(centerId, audienceId).name();
        return isEverybody(segment)
                ? audience
                : audience + " · "
                        + named(audienceId, segment).map(SavedSegment::name).orElseGet(segment::toString);
    }

    private Optional<SavedSegment> named(UUID audienceId, JsonNode segment) {
        return segments.of(audienceId).stream()
                .filter(s -> s.criteria().equals(segment))
                .findFirst();
    }

    private static boolean isEverybody(JsonNode segment) {
        return segment == null || segment.isEmpty();
    }
}
