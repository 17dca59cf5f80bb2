package io.tocsin.desk;

import io.tocsin.inquiry.Inquiries;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.seat.SeatActivity;
import io.tocsin.seat.SeatDesk;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Moves seats. A wish goes to call routing first and is recorded when that has taken it; a fact is recorded as it is
 * told, in the transaction that holds the seat.
 */
@ApplicationScoped
class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final int TRIES = 5;

    private final DeskSeats rows;
    private final Seats seats;
    private final SeatDesk routing;
    private final SeatMoves moves;
    private final Inquiries inquiries;
    private final AuditLog audit;
    private final Clock clock;

    Desk(
            DeskSeats rows,
            Seats seats,
            SeatDesk routing,
            Inquiries inquiries,
            DeskConfig config,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.seats = seats;
        this.routing = routing;
        this.inquiries = inquiries;
        this.moves = new SeatMoves(config.afterCall());
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever may sit down (see {@link CheckIn}) does. */
    DeskSeat checkIn(DeskSeat seat, boolean afterCallWork) {
        rows.prepare(seat);
        if (!seat.isAtWork()) {
            rows.acknowledged(seat, afterCallWork);
        }
        return wish(seat, new SeatEvent.CheckIn(), "agent");
    }

    /**
     * @param why who or what wished it, for the journal
     * @throws io.tocsin.platform.ProblemException where it cannot be now
     */
    DeskSeat wish(DeskSeat seat, SeatEvent.Wish wish, String why) {
        for (int i = 0; i < TRIES; i++) {
            DeskSeat now = rows.one(seat.centerId(), seat.seatNo());
            SeatMoment next = moves.next(now.moment(), wish, clock.instant());
            if (next == now.moment()) {
                return now;
            }
            tellRouting(now, wish);
            if (rows.move(now, next, why)) {
                if (next.state() == SeatState.CHECKED_OUT) {
                    inquiries.leftBy(now.centerId(), now.email());
                }
                return rows.one(seat.centerId(), seat.seatNo());
            }
        }
        throw Problem.conflict(
                "seat-moving", Phrase.of("Your seat is just changing. Try once more.", "席の状態が変わりました。もう一度お試しください。"));
    }

    private void tellRouting(DeskSeat seat, SeatEvent.Wish wish) {
        try {
            routed(seat, own -> {
                switch (wish) {
                    case SeatEvent.CheckIn in ->
                        routing.take(seat.centerId(), own, seat.moment().afterCallWork());
                    case SeatEvent.Ready ready -> routing.show(seat.centerId(), own, SeatActivity.READY);
                    case SeatEvent.Rest rest -> routing.show(seat.centerId(), own, SeatActivity.BREAK);
                    case SeatEvent.Take take -> routing.show(seat.centerId(), own, SeatActivity.AFTER_CALL);
                    case SeatEvent.CheckOut out -> routing.leave(seat.centerId(), own);
                }
            });
        } catch (VendorFailure e) {
            throw Problem.of(
                            "carrier-away",
                            503,
                            Phrase.of("Call routing does not answer", "通話の振り分けが応答しません"),
                            Phrase.of("Nothing has changed. Try again in a moment.", "状態は変わっていません。少し待ってもう一度お試しください。"))
                    .asException();
        }
    }

    /** In the transaction that holds the seat's row. */
    void told(DeskSeat seat, SeatEvent.Fact fact) {
        SeatMoment next = moves.next(seat.moment(), fact, clock.instant());
        if (next == seat.moment()) {
            return;
        }
        if (!rows.move(seat, next, "routing")) {
            throw new IllegalStateException("seat " + seat.seatNo() + " moved while it was held");
        }
        boolean unknownToRouting = fact instanceof SeatEvent.Ended ended && !ended.routed();
        if (unknownToRouting && next.state() == SeatState.READY) {
            afterwards(seat, own -> routing.show(seat.centerId(), own, SeatActivity.READY));
        }
    }

    /** Logs an agent out, whatever they do: idle, or without permission any more. Kept even where the carrier is away. */
    void sendHome(DeskSeat seat, String action, String by) {
        for (int i = 0; i < TRIES; i++) {
            DeskSeat now = rows.one(seat.centerId(), seat.seatNo());
            SeatMoment next = moves.next(now.moment(), new SeatEvent.SentHome(), clock.instant());
            if (next == now.moment()) {
                return;
            }
            if (rows.move(now, next, action)) {
                audit.record(by, action, "seat " + seat.seatNo(), seat.centerId(), Map.of("person", seat.personId()));
                inquiries.leftBy(now.centerId(), now.email());
                afterwards(now, own -> routing.leave(seat.centerId(), own));
                return;
            }
        }
    }

    private void afterwards(DeskSeat seat, Consumer<Seats.Seat> telling) {
        try {
            routed(seat, telling);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "call routing was not told center=%s seat=%s cause=%s",
                    seat.centerId(), seat.seatNo(), e.getMessage());
        }
    }

    private void routed(DeskSeat seat, Consumer<Seats.Seat> telling) {
        UUID centerId = seat.centerId();
        telling.accept(seats.ownSeat(centerId, seat.email()));
    }
}
