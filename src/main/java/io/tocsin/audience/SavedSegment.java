package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A segment with a name, to choose it again.
 *
 * @param criteria see {@link Segment}
 */
public record SavedSegment(
        UUID id, UUID audienceId, UUID centerId, String name, JsonNode criteria, String createdBy, Instant createdAt) {}
