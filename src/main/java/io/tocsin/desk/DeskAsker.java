package io.tocsin.desk;

import io.tocsin.platform.Caller;
import io.tocsin.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who asks for a page of the desk. */
@RequestScoped
class DeskAsker {
    private final Workplace place;
    private final Caller caller;

    DeskAsker(Workplace place, Caller caller) {
        this.place = place;
        this.caller = caller;
    }

    /** Empty for who has no seat in the center. */
    Optional<DeskSeat> seat(UUID centerId) {
        try {
            return Optional.of(place.seat(centerId));
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    DeskSeat atWork(UUID centerId) {
        return place.atWork(centerId);
    }

    boolean isSupervisor() {
        return caller.hasRole("supervisor");
    }
}
