package io.tocsin.ivr;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of a call, as it stands in memory until the journal is written.
 *
 * @param key a single key pressed; never a number
 * @param caller the caller's number, only on the first step of a call; never written as it is
 */
record Step(
        UUID id,
        String callSid,
        UUID centerId,
        String node,
        String action,
        String language,
        String key,
        Instant at,
        String caller,
        Answer.Note note) {}
