package io.tocsin.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhaseTest {
    @Test
    void nobodyIsCutOffAnOpenCenterCanOnlyDrain() {
        assertThat(from(Phase.OPEN)).containsExactly(Phase.DRAINING);
    }

    @Test
    void whatIsClosedStaysClosedAndATeardownOnlyEnds() {
        assertThat(from(Phase.CLOSED)).isEmpty();
        assertThat(from(Phase.TEARING_DOWN)).containsExactly(Phase.CLOSED);
    }

    @Test
    void aCenterOpensOnlyFromReadyOrBackFromDraining() {
        assertThat(EnumSet.allOf(Phase.class).stream().filter(p -> p.mayMoveTo(Phase.OPEN)))
                .containsExactly(Phase.READY, Phase.DRAINING);
    }

    @Test
    void everyPhaseCanBeLeftForGood() {
        for (Phase phase : Phase.values()) {
            assertThat(reachable(phase)).as("from %s", phase).contains(Phase.CLOSED);
        }
    }

    private static Set<Phase> from(Phase phase) {
        EnumSet<Phase> next = EnumSet.noneOf(Phase.class);
        EnumSet.allOf(Phase.class).stream().filter(phase::mayMoveTo).forEach(next::add);
        return next;
    }

    private static Set<Phase> reachable(Phase phase) {
        EnumSet<Phase> seen = EnumSet.of(phase);
        int before;
        do {
            before = seen.size();
            EnumSet.copyOf(seen).forEach(p -> seen.addAll(from(p)));
        } while (seen.size() > before);
        return seen;
    }
}
