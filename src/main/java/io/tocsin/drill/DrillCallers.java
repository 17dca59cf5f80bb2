package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Lets simulated people call a drill center, for rooms that rehearse with them. */
@ApplicationScoped
public class DrillCallers {
    private final DrillRole role;
    private final CallEngine engine;
    private final Things things;
    private final Behaviours behaviours;

    DrillCallers(DrillRole role, CallEngine engine, Things things, Behaviours behaviours) {
        this.role = role;
        this.engine = engine;
        this.things = things;
        this.behaviours = behaviours;
    }

    /** Whether this process plays the carrier, so that callers can be let loose here. */
    public boolean active() {
        return role.active();
    }

    /**
     * @param to number of a drill center in E.164
     * @param keys pressed one per question
     * @param patienceSeconds real seconds in a queue before hanging up, however fast the carrier plays; 0 for never
     * @return the call's SID; empty where the carrier does not know the number
     */
    public Optional<String> call(String to, String from, List<String> keys, String language, double patienceSeconds) {
        return things.list(Thing.Kind.NUMBER, "", null, to, 0, 1).stream()
                .findFirst()
                .map(number -> engine.dialIn(
                        number,
                        from,
                        new Caller(keys, List.of(), language),
                        patienceSeconds * behaviours.now().speed()));
    }
}
