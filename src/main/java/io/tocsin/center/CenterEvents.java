package io.tocsin.center;

import io.tocsin.event.NewEvent;
import io.tocsin.event.Outbox;
import io.tocsin.event.Topic;
import io.tocsin.provisioning.ResourcesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the world about a center: ids and states, no person and no fact. Schemas: {@code schemas/center.*.json}. */
@ApplicationScoped
class CenterEvents {
    private final Outbox outbox;
    private final Staleness staleness;
    private final Event<PhaseMoved> phaseMoved;

    CenterEvents(Outbox outbox, Staleness staleness, Event<PhaseMoved> phaseMoved) {
        this.outbox = outbox;
        this.staleness = staleness;
        this.phaseMoved = phaseMoved;
    }

    void phase(IncidentCenter center, String type) {
        phaseMoved.fire(new PhaseMoved(center.id(), center.phase()));
        outbox.add(event(
                center.id(),
                type,
                Map.of(
                        "center",
                        center.id(),
                        "phase",
                        center.phase(),
                        "mode",
                        center.mode(),
                        "pack",
                        center.packId())));
    }

    /** With what uses a fact that changed: files of the pack, steps of the script. */
    void factsRevised(IncidentCenter center) {
        List<String> stale = staleness.between(center.id(), center.factsVersion() - 1, center.factsVersion()).stream()
                .map(Staleness.Stale::what)
                .toList();
        outbox.add(event(
                center.id(),
                "center.facts-revised",
                Map.of("center", center.id(), "factsVersion", center.factsVersion(), "stale", stale)));
    }

    void capacityChanged(IncidentCenter center) {
        outbox.add(event(
                center.id(),
                "center.capacity-changed",
                Map.of("center", center.id(), "profile", center.capacity().profile())));
    }

    void resources(UUID centerId, List<ResourcesChanged.Change> changes) {
        outbox.add(changes.stream()
                .map(change -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("center", centerId);
                    data.put("resource", change.name());
                    data.put("kind", change.kind());
                    data.put("state", change.state());
                    return event(centerId, "center.resource-changed", data);
                })
                .toList());
    }

    private static NewEvent event(UUID centerId, String type, Map<String, ?> data) {
        return new NewEvent(Topic.CENTER, centerId.toString(), type, data);
    }
}
