package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A seat as its agent and the board see it.
 *
 * @param plannedUntil when the break or the after-call work should be over; null for no end
 * @param overrun whether it takes longer than that
 * @param contact the call or chat at hand; null for none
 * @param queues that a supervisor moved the seat to; empty for those of its plan
 */
public record SeatView(
        String seatNo,
        String name,
        String site,
        int wave,
        boolean personalData,
        List<String> languages,
        List<String> queues,
        SeatState state,
        Phrase title,
        Instant since,
        Instant plannedUntil,
        boolean overrun,
        UUID contact,
        Instant voicePassedAt,
        UUID personId) {
    static SeatView of(DeskSeat seat, Instant now) {
        SeatMoment moment = seat.moment();
        return new SeatView(
                seat.seatNo(),
                seat.name(),
                seat.site(),
                seat.wave(),
                seat.personalData(),
                seat.languages(),
                seat.queues(),
                moment.state(),
                moment.state().title(),
                seat.version() < 0 ? null : moment.since(),
                moment.plannedUntil(),
                moment.isOverrun(now),
                moment.contact(),
                seat.voicePassedAt(),
                seat.personId());
    }
}
