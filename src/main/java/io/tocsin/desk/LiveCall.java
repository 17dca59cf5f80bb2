package io.tocsin.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A caller of a queue who speaks with an agent now.
 *
 * @param contact the conversation, at its seat
 * @param agent who answers the seat
 * @param since when the agent answered
 * @param toldOfListening whether the caller heard that somebody may listen, so that somebody may
 * @param listeners who listens, or whose telephone rings for it
 */
public record LiveCall(
        UUID contact,
        String seatNo,
        String agent,
        String queue,
        String language,
        boolean personalData,
        Instant since,
        boolean toldOfListening,
        List<Listener> listeners) {
    /** @param since when they picked up; null while the telephone rings */
    public record Listener(String supervisor, Instant since) {}

    /** Whether this person listens, or is about to. */
    public boolean heardBy(String supervisor) {
        return listeners.stream().anyMatch(listener -> listener.supervisor().equals(supervisor));
    }
}
