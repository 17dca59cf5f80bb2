package io.tocsin.drill;

import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether this process plays the drill carrier: {@code tocsin.roles} holds {@code drill-carrier}. */
@ApplicationScoped
class DrillRole {
    private final boolean active;

    DrillRole(Roles roles) {
        this.active = roles.has("drill-carrier");
    }

    boolean active() {
        return active;
    }
}
