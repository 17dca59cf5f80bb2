package io.tocsin.drill;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Picks up what a crash left behind on the carrier's side. One process plays the carrier for an installation. */
@ApplicationScoped
class DrillStart {
    private final DrillRole role;
    private final CallEngine engine;

    DrillStart(DrillRole role, CallEngine engine) {
        this.role = role;
        this.engine = engine;
    }

    void onStart(@Observes StartupEvent event) {
        if (role.active()) {
            engine.recover();
        }
    }
}
