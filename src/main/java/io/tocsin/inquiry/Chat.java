package io.tocsin.inquiry;

import java.time.Instant;
import java.util.UUID;

/**
 * The live side of an inquiry.
 *
 * @param inquiry also the chat's id
 * @param agent who has it; null for nobody
 * @param personalData whether only cleared seats may have it
 * @param waitingSince null before the person asked for an agent
 */
public record Chat(
        UUID inquiry,
        UUID centerId,
        UUID thread,
        ChatState state,
        String language,
        String agent,
        boolean personalData,
        int priority,
        Instant begunAt,
        Instant waitingSince,
        Instant takenAt,
        Instant endedAt) {}
