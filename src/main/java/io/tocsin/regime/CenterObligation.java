package io.tocsin.regime;

import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A duty of one center.
 *
 * @param dueAt empty where it is due without undue delay
 * @param needs what evidence closes it
 * @param source act and article
 * @param verified false where the item is from memory and must be checked
 * @param evidence what was given; the reason, where it was waived
 */
public record CenterObligation(
        UUID id,
        UUID centerId,
        String regime,
        String code,
        Phrase title,
        String jurisdiction,
        Optional<Instant> dueAt,
        Phrase needs,
        String source,
        boolean verified,
        State state,
        Optional<String> evidence,
        Optional<String> closedBy,
        Optional<Instant> closedAt) {

    /** Where a duty stands. */
    public enum State {
        OPEN,
        /** Done, with evidence. */
        MET,
        /** Found not to be owed, with a reason. */
        WAIVED
    }

    public boolean isOverdueAt(Instant now) {
        return state == State.OPEN && dueAt.map(now::isAfter).orElse(false);
    }
}
