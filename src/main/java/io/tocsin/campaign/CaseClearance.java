package io.tocsin.campaign;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What who asks may do with people's cases: a case is somebody's, so a seat needs clearance to read the person or to act. */
@ApplicationScoped
class CaseClearance {
    private final Seats seats;
    private final Caller caller;

    CaseClearance(Seats seats, Caller caller) {
        this.seats = seats;
        this.caller = caller;
    }

    /** Only from a seat that is cleared. */
    boolean maySeePerson(UUID centerId) {
        return seat(centerId).map(Seats.Seat::personalData).orElse(false);
    }

    /**
     * From a seat only where it is cleared; who answers for the center or its goods may without a seat.
     *
     * @throws ProblemException where it may not be
     */
    void requireMove(UUID centerId) {
        boolean may = seat(centerId)
                .map(Seats.Seat::personalData)
                .orElseGet(() ->
                        caller.hasRole("supervisor") || caller.hasRole("crisis-manager") || caller.hasRole("ops"));
        if (!may) {
            throw Problem.forbidden(Phrase.of(
                    "Your seat is not cleared for personal data. Hand the person over to a seat that is.",
                    "この席では個人情報を取り扱えません。取り扱える席に引き継いでください。"));
        }
    }

    private Optional<Seats.Seat> seat(UUID centerId) {
        try {
            return Optional.of(seats.ownSeat(centerId, caller.name()));
        } catch (ProblemException noSeat) {
            return Optional.empty();
        }
    }
}
