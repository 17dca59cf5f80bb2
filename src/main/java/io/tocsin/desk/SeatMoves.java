package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The moves of a seat: pure. A wish that cannot be is refused in words; a fact is taken as it comes, or is old news. */
final class SeatMoves {
    private final Duration afterCall;

    /** @param afterCall how long after-call work should take at most */
    SeatMoves(Duration afterCall) {
        this.afterCall = afterCall;
    }

    /** @return the same moment where nothing changes */
    SeatMoment next(SeatMoment seat, SeatEvent event, Instant now) {
        return switch (event) {
            case SeatEvent.Wish wish -> wished(seat, wish, now);
            case SeatEvent.Fact fact -> told(seat, fact, now);
        };
    }

    private SeatMoment wished(SeatMoment seat, SeatEvent.Wish wish, Instant now) {
        return switch (wish) {
            case SeatEvent.CheckIn in ->
                seat.state() == SeatState.CHECKED_OUT ? plain(seat, SeatState.READY, now) : seat;
            case SeatEvent.Ready ready -> {
                present(seat);
                yield seat.state() == SeatState.READY || seat.state().holdsSomebody()
                        ? seat
                        : plain(seat, SeatState.READY, now);
            }
            case SeatEvent.Rest rest -> {
                free(seat);
                yield new SeatMoment(SeatState.BREAK, now, now.plus(rest.planned()), null, seat.afterCallWork());
            }
            case SeatEvent.Take take -> {
                present(seat);
                refuseUnless(
                        seat,
                        EnumSet.of(SeatState.READY, SeatState.AFTER_CALL, SeatState.AWAY),
                        Phrase.of("Finish what is before you first, or end your break.", "先に対応中の内容を終えるか、休憩を終了してください。"));
                yield new SeatMoment(SeatState.BUSY, now, null, take.contact(), seat.afterCallWork());
            }
            case SeatEvent.CheckOut out -> {
                if (seat.state() == SeatState.CHECKED_OUT) {
                    yield seat;
                }
                free(seat);
                yield plain(seat, SeatState.CHECKED_OUT, now);
            }
        };
    }

    private SeatMoment told(SeatMoment seat, SeatEvent.Fact fact, Instant now) {
        if (seat.state() == SeatState.CHECKED_OUT) {
            return seat;
        }
        return switch (fact) {
            case SeatEvent.Offered offered ->
                seat.state() == SeatState.BUSY ? seat : with(seat, SeatState.OFFERED, offered.contact(), now);
            case SeatEvent.Answered answered ->
                seat.state() == SeatState.BUSY ? seat : with(seat, SeatState.BUSY, answered.contact(), now);
            case SeatEvent.NotAnswered missed ->
                seat.state() != SeatState.OFFERED || !missed.contact().equals(seat.contact())
                        ? seat
                        : plain(seat, missed.agentsFault() ? SeatState.AWAY : SeatState.READY, now);
            case SeatEvent.Ended ended ->
                // The end may be told before the beginning.
                seat.state().holdsSomebody() && ended.contact().equals(seat.contact())
                        ? afterwards(seat, ended.contact(), now)
                        : seat;
            case SeatEvent.SentHome home -> plain(seat, SeatState.CHECKED_OUT, now);
        };
    }

    private SeatMoment afterwards(SeatMoment seat, UUID contact, Instant now) {
        return seat.afterCallWork()
                ? new SeatMoment(SeatState.AFTER_CALL, now, now.plus(afterCall), contact, true)
                : plain(seat, SeatState.READY, now);
    }

    private static SeatMoment plain(SeatMoment seat, SeatState state, Instant now) {
        return new SeatMoment(state, now, null, null, seat.afterCallWork());
    }

    private static SeatMoment with(SeatMoment seat, SeatState state, UUID contact, Instant now) {
        return new SeatMoment(state, now, null, contact, seat.afterCallWork());
    }

    private static void present(SeatMoment seat) {
        if (seat.state() == SeatState.CHECKED_OUT) {
            throw Problem.conflict("not-checked-in", Phrase.of("Check in first.", "先に着席（チェックイン）してください。"));
        }
    }

    private static void free(SeatMoment seat) {
        present(seat);
        refuseUnless(
                seat,
                EnumSet.complementOf(EnumSet.of(SeatState.OFFERED, SeatState.BUSY, SeatState.CHECKED_OUT)),
                Phrase.of(
                        "Somebody is on the line with you. End the conversation first.", "対応中のお客様がいます。先に対応を終えてください。"));
    }

    private static void refuseUnless(SeatMoment seat, Set<SeatState> allowed, Phrase otherwise) {
        if (!allowed.contains(seat.state())) {
            throw Problem.conflict("seat-state", otherwise);
        }
    }
}
