package io.tocsin.notice;

import io.tocsin.platform.Mode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice as it was or is public.
 *
 * @param closing what stands in its place once it is withdrawn and nothing followed
 */
public record PublishedNotice(
        UUID id,
        UUID centerId,
        String resourceName,
        Mode mode,
        RenderedNotice notice,
        int factsVersion,
        String organization,
        String centerNumber,
        String closing,
        Instant publishedAt,
        Optional<Instant> withdrawnAt) {}
