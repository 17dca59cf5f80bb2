package io.tocsin.center;

import io.tocsin.platform.Mode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A center as the API shows it.
 *
 * @param factsVersion newest version of the fact sheet
 * @param liveFacts version that callers and readers meet; null before launch
 */
public record CenterView(
        UUID id,
        String name,
        String organization,
        String pack,
        String packVersion,
        Instant awareAt,
        List<String> jurisdictions,
        String country,
        List<String> languages,
        Mode mode,
        Phase phase,
        Capacity capacity,
        int factsVersion,
        Integer liveFacts,
        String createdBy,
        Instant createdAt,
        Instant openedAt,
        Instant closedAt,
        long version) {
    public boolean drill() {
        return mode == Mode.DRILL;
    }

    public static CenterView of(IncidentCenter center) {
        return new CenterView(
                center.id,
                center.name,
                center.organization,
                center.packId,
                center.packVersion,
                center.awareAt,
                center.jurisdictions(),
                center.country,
                center.languages(),
                center.mode,
                center.phase,
                center.capacity(),
                center.factsVersion,
                center.liveFacts,
                center.createdBy,
                center.createdAt,
                center.openedAt,
                center.closedAt,
                center.version);
    }
}
