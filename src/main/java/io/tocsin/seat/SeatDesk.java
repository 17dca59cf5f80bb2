package io.tocsin.seat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.telephony.WorkerPresence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A seat as call routing sees it: whether calls are offered to it, and which. */
@ApplicationScoped
public class SeatDesk {
    /** Worker attribute read when a call is assigned: the activity that follows it. */
    private static final String AFTER_CALL = "after_call";

    private static final String SKILLS = "skills";

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

    /**
     * Somebody sits down: calls are offered from now on.
     *
     * @param afterCallWork whether nothing more is offered after a call until the agent is ready again
     * @throws io.tocsin.platform.ProblemException while the seat is still being prepared
     */
    public void take(UUID centerId, Seats.Seat seat, boolean afterCallWork) {
        Resource worker = worker(centerId, seat);
        String afterCall = ready(centerId, "activity/after-call").vendorId();
        JsonNode skills = worker.spec().path("attributes").path(SKILLS);
        describe(worker, attributes -> {
            attributes.set(SKILLS, skills);
            if (afterCallWork) {
                attributes.put(AFTER_CALL, afterCall);
            } else {
                attributes.remove(AFTER_CALL);
            }
        });
        set(centerId, worker, SeatActivity.READY);
        seats.markSignedIn(centerId, seat.seatNo(), clock.instant());
    }

    /** What the seat does now; while offline, ready or resting nothing else is asked of the carrier. */
    public void show(UUID centerId, Seats.Seat seat, SeatActivity activity) {
        set(centerId, worker(centerId, seat), activity);
    }

    /** The seat is left: what is being offered to it goes to somebody else. */
    public void leave(UUID centerId, Seats.Seat seat) {
        // First our own record: a carrier that is away must keep nobody at work.
        seats.markSignedOut(centerId, seat.seatNo());
        set(centerId, worker(centerId, seat), SeatActivity.OFFLINE);
    }

    /** The seat answers the queues of these skills from now on, until it is left. */
    public void answer(UUID centerId, Seats.Seat seat, List<String> skills) {
        describe(worker(centerId, seat), attributes -> {
            ArrayNode all = attributes.putArray(SKILLS);
            skills.forEach(all::add);
        });
    }

    private Resource worker(UUID centerId, Seats.Seat seat) {
        return ready(centerId, "worker/" + seat.personId().orElseThrow());
    }

    private void describe(Resource worker, Consumer<ObjectNode> change) {
        presence.describe(worker.mode(), workspace(worker), worker.vendorId(), change);
    }

    private void set(UUID centerId, Resource worker, SeatActivity activity) {
        switch (activity) {
            case READY -> set(worker, ready(centerId, "activity/ready").vendorId());
            case BREAK -> set(worker, ready(centerId, "activity/break").vendorId());
            case AFTER_CALL ->
                set(worker, ready(centerId, "activity/after-call").vendorId());
            case OFFLINE ->
                presence.withdraw(
                        worker.mode(),
                        workspace(worker),
                        worker.vendorId(),
                        ready(centerId, "workspace")
                                .outputs()
                                .path("activities")
                                .path("Offline")
                                .asText());
        }
    }

    private void set(Resource worker, String activitySid) {
        presence.set(worker.mode(), workspace(worker), worker.vendorId(), activitySid);
    }

    private static String workspace(Resource worker) {
        return worker.outputs().path("workspaceSid").asText();
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
