package io.tocsin.ivr;

import java.time.Instant;
import java.util.UUID;

/**
 * A step as it is stored: what is personal in it is sealed. Goes to the database, or as a line of JSON to the spill
 * file.
 *
 * @param durableAt when it was on disk, for a row from the spill file; null for one that is written for the first time
 * @param newLanguage the language the caller has, once known
 * @param callerHash keyed hash of the caller's number
 * @param callerSealed the caller's number, encrypted with the center's keys
 */
record JournalRow(
        UUID id,
        String callSid,
        UUID centerId,
        String node,
        String action,
        String language,
        String key,
        Instant at,
        Instant durableAt,
        String outcome,
        String reason,
        String answeredBy,
        String newLanguage,
        boolean ended,
        String callerHash,
        byte[] callerSealed,
        String callbackHash,
        byte[] callbackSealed,
        String recordingSid,
        int seconds) {
    JournalRow durable(Instant when) {
        return new JournalRow(
                id,
                callSid,
                centerId,
                node,
                action,
                language,
                key,
                at,
                when,
                outcome,
                reason,
                answeredBy,
                newLanguage,
                ended,
                callerHash,
                callerSealed,
                callbackHash,
                callbackSealed,
                recordingSid,
                seconds);
    }
}
