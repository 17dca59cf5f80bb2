package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
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

    /** To whoever reaches for personal data from a seat that may not have it. */
    public static ProblemException refused() {
        return Problem.forbidden(Phrase.of("Your seat is not cleared for personal data.", "この席では個人情報を取り扱えません。"));
    }

    public boolean isCleared(UUID centerId) {
        try {
            return seats.ownSeat(centerId, caller.name()).personalData();
        } catch (ProblemException noSeat) {
            return caller.hasRole("supervisor") || caller.hasRole("crisis-manager");
        }
    }
}
