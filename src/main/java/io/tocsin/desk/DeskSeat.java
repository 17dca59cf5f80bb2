package io.tocsin.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A seat that somebody fills, with what they do there.
 *
 * @param ring the agent's own phone, in E.164 or as a SIP address
 * @param site where the agent works: {@code headquarters}, {@code second-site}, {@code home}, {@code partner}
 * @param personalData whether the seat is cleared for personal data
 * @param languages that the agent speaks, as are the skills
 * @param queues that a supervisor moved the seat to; empty for those of its plan
 * @param voicePassedAt when a supervisor last heard that voice and line are good; null for never
 * @param version of the row; -1 where nobody ever sat down
 */
record DeskSeat(
        UUID centerId,
        String seatNo,
        UUID personId,
        String name,
        String email,
        String ring,
        String site,
        int wave,
        boolean personalData,
        boolean homePermission,
        List<String> languages,
        List<String> skills,
        List<String> queues,
        SeatMoment moment,
        Instant seenAt,
        Instant voicePassedAt,
        long version) {
    boolean isHome() {
        return site.equals("home");
    }

    boolean isAtWork() {
        return moment.state() != SeatState.CHECKED_OUT;
    }
}
