package io.tocsin.audience;

import java.time.Instant;
import java.util.UUID;

/**
 * A list of people of a center.
 *
 * @param country ISO 3166 code that holds for rows without their own, as do language and zone
 * @param zone IANA name; null for the country's
 */
public record Audience(
        UUID id,
        UUID centerId,
        String name,
        String country,
        String language,
        String zone,
        String createdBy,
        Instant createdAt,
        long version) {}
