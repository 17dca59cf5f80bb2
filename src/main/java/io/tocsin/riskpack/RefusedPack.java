package io.tocsin.riskpack;

import io.tocsin.platform.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pack that was not taken, with everything that is wrong with it.
 *
 * @param inUse the last good version, which stays in use
 */
public record RefusedPack(
        String packId, String version, Instant refusedAt, List<Finding> findings, Optional<String> inUse) {}
