package io.tocsin.campaign;

import static io.tocsin.campaign.CaseState.ALREADY_DISPOSED;
import static io.tocsin.campaign.CaseState.CLOSED;
import static io.tocsin.campaign.CaseState.COLLECTED;
import static io.tocsin.campaign.CaseState.NOTIFIED;
import static io.tocsin.campaign.CaseState.PICKUP_BOOKED;
import static io.tocsin.campaign.CaseState.REFUSED;
import static io.tocsin.campaign.CaseState.REMEDY_SENT;
import static io.tocsin.campaign.CaseState.RESPONDED;
import static io.tocsin.campaign.CaseState.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStateTest {
    /** Written down once more, so that a move cannot come or go unnoticed. */
    private static final Map<CaseState, Set<CaseState>> MOVES = Map.of(
            NOTIFIED, Set.of(RESPONDED, PICKUP_BOOKED, COLLECTED, REFUSED, UNREACHABLE, ALREADY_DISPOSED),
            RESPONDED, Set.of(PICKUP_BOOKED, COLLECTED, REFUSED, ALREADY_DISPOSED, CLOSED),
            PICKUP_BOOKED, Set.of(RESPONDED, COLLECTED, REFUSED, UNREACHABLE, ALREADY_DISPOSED),
            COLLECTED, Set.of(REMEDY_SENT, CLOSED),
            REMEDY_SENT, Set.of(CLOSED),
            CLOSED, Set.of(),
            REFUSED, Set.of(RESPONDED, PICKUP_BOOKED, COLLECTED, ALREADY_DISPOSED, CLOSED),
            UNREACHABLE, Set.of(RESPONDED, PICKUP_BOOKED, COLLECTED, REFUSED, ALREADY_DISPOSED, CLOSED),
            ALREADY_DISPOSED, Set.of(RESPONDED, REMEDY_SENT, CLOSED));

    @ParameterizedTest
    @EnumSource
    void everyMoveIsTheOneThatIsWrittenDown(CaseState from) {
        EnumSet<CaseState> possible = EnumSet.allOf(CaseState.class);
        possible.removeIf(to -> !from.mayMoveTo(to));

        assertThat(possible).as("moves from %s", from).isEqualTo(MOVES.get(from));
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeadsBackToBeingCalled(CaseState from) {
        assertThat(from.mayMoveTo(NOTIFIED)).isFalse();
    }

    @Test
    void everyStateButTheLastHasAWayOut() {
        for (CaseState state : EnumSet.complementOf(EnumSet.of(CLOSED))) {
            assertThat(state.next()).as("%s", state).isNotEmpty();
        }
    }
}
