package io.tocsin.seat;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.telephony.WorkerPresence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Signing in to a seat and out of it: from then on calls come, or no more. */
@ApplicationScoped
public class SeatDesk {
    private static final String READY = "activity/ready";

    private final Seats seats;
    private final Ledger ledger;
    private final WorkerPresence presence;
    private final Clock clock;

    SeatDesk(Seats seats, Ledger ledger, WorkerPresence presence, Clock clock) {
        this.seats = seats;
        this.ledger = ledger;
        this.presence = presence;
        this.clock = clock;
    }

    /** Takes the caller's own seat; call routing offers calls to it from now on. */
    public Seats.Seat checkIn(UUID centerId, String email) {
        Seats.Seat seat = seats.ownSeat(centerId, email);
        Resource worker = ready(centerId, "worker/" + seat.personId().orElseThrow());
        Resource activity = ready(centerId, READY);
        set(worker, activity.vendorId());
        seats.markSignedIn(centerId, seat.seatNo(), clock.instant());
        return seats.ownSeat(centerId, email);
    }

    /** Leaves the seat; no calls are offered any more. */
    public Seats.Seat checkOut(UUID centerId, String email) {
        Seats.Seat seat = seats.ownSeat(centerId, email);
        Resource worker = ready(centerId, "worker/" + seat.personId().orElseThrow());
        Resource workspace = ready(centerId, "workspace");
        set(worker, workspace.outputs().path("activities").path("Offline").asText());
        seats.markSignedOut(centerId, seat.seatNo());
        return seats.ownSeat(centerId, email);
    }

    private void set(Resource worker, String activitySid) {
        Mode mode = worker.mode();
        presence.set(mode, worker.outputs().path("workspaceSid").asText(), worker.vendorId(), activitySid);
    }

    private Resource ready(UUID centerId, String name) {
        return ledger.one(centerId, name)
                .filter(r -> r.vendorId() != null && !r.isGone())
                .orElseThrow(() -> Problem.conflict(
                        "seat-not-ready",
                        Phrase.of(
                                "Your seat is still being prepared. Try again in a few seconds.",
                                "席を準備中です。数秒後にもう一度お試しください。")));
    }
}
