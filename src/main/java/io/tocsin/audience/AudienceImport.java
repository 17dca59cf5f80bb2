package io.tocsin.audience;

import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.UUID;

/**
 * One bringing of a list into an audience.
 *
 * @param bytes of the list; {@code bytesRead} of them are done
 * @param rows done so far, those set aside included
 * @param stored persons who are new
 * @param merged rows of persons who were there already, or came twice
 * @param items that are new
 * @param setAside rows that could not be used
 * @param remarked rows that were taken without one of their values
 * @param failure why it ended early; null if it did not
 */
public record AudienceImport(
        UUID id,
        UUID audienceId,
        UUID centerId,
        String fileName,
        State state,
        long bytes,
        long bytesRead,
        long rows,
        long stored,
        long merged,
        long items,
        long setAside,
        long remarked,
        Phrase failure,
        String createdBy,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        long version) {
    public enum State {
        /** Waits for its mapping to be looked at. */
        UPLOADED,
        RUNNING,
        DONE,
        FAILED
    }
}
