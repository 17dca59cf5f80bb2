package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this process plays the drill carrier: {@code tocsin.roles} holds {@code drill-carrier}. */
@ApplicationScoped
class DrillRole {
    private final boolean active;

    DrillRole(@ConfigProperty(name = "tocsin.roles") List<String> roles) {
        this.active = roles.contains("drill-carrier");
    }

    boolean active() {
        return active;
    }
}
