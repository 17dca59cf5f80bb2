package io.tocsin.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of the ledger, as people and other rooms see it.
 *
 * @param wanted whether it should exist; a resource that is not wanted is on its way out
 * @param pending whether work is left to do on it
 * @param vendorId the vendor's id; null before it exists
 * @param outputs what others need to know of it; null before it exists
 * @param reason why it is not ready, in plain words
 * @param whatToDo what a person must do; empty where nothing
 */
public record Resource(
        ResourceKey key,
        String kind,
        String vendor,
        Mode mode,
        Phrase title,
        JsonNode spec,
        List<String> dependsOn,
        boolean wanted,
        ResourceState state,
        boolean pending,
        String vendorId,
        JsonNode outputs,
        int attempts,
        Optional<Phrase> reason,
        Optional<Phrase> whatToDo,
        Instant changedAt) {
    public boolean isReady() {
        return wanted && !pending && state == ResourceState.READY;
    }

    public boolean isGone() {
        return state == ResourceState.REMOVED;
    }
}
