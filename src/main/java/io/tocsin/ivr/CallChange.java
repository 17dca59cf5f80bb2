package io.tocsin.ivr;

import java.time.Instant;
import java.util.UUID;

/** What some steps of one call change in the call's row; null where they change nothing. */
record CallChange(
        String sid,
        UUID centerId,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        String language,
        String reason,
        String answeredBy,
        String callerHash,
        byte[] callerSealed,
        boolean matters) {
    static CallChange of(JournalRow row) {
        boolean first = row.node().equals(CallFlow.ENTRY);
        return new CallChange(
                row.callSid(),
                row.centerId(),
                row.at(),
                row.ended() ? row.at() : null,
                row.ended() ? row.outcome() : null,
                row.newLanguage(),
                row.reason(),
                row.answeredBy(),
                row.callerHash(),
                row.callerSealed(),
                first
                        || row.ended()
                        || row.reason() != null
                        || row.answeredBy() != null
                        || row.language().isEmpty());
    }

    CallChange then(CallChange later) {
        return new CallChange(
                sid,
                centerId,
                startedAt,
                last(endedAt, later.endedAt),
                last(outcome, later.outcome),
                last(language, later.language),
                last(reason, later.reason),
                last(answeredBy, later.answeredBy),
                last(callerHash, later.callerHash),
                last(callerSealed, later.callerSealed),
                matters || later.matters);
    }

    private static <T> T last(T earlier, T later) {
        return later != null ? later : earlier;
    }
}
