package io.tocsin.provisioning;

import java.util.List;
import java.util.UUID;

/** Fired in the transaction that recorded the change, for the room that owns the center. */
public record ResourcesChanged(UUID centerId, List<Change> changes) {
    public record Change(String name, String kind, ResourceState state) {}
}
