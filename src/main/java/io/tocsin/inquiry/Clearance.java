package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import io.tocsin.platform.ProblemException;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * Whether who asks may have personal data: agents by their seat; supervisors and crisis managers answer for the center
 * and may, unless they have a seat that may not.
 */
@RequestScoped
public class Clearance {
    private final Seats seats;
    private final Caller caller;

    Clearance(Seats seats, Caller caller) {
        this.seats = seats;
        this.caller = caller;
    }

    public boolean isCleared(UUID centerId) {
        try {
            return seats.ownSeat(centerId, caller.name()).personalData();
        } catch (ProblemException noSeat) {
            return caller.hasRole("supervisor") || caller.hasRole("crisis-manager");
        }
    }
}
