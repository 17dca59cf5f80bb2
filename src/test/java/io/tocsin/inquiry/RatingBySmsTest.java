package io.tocsin.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody gets a second message from a crisis number unless somebody decided so. */
class RatingBySmsTest {
    @Test
    void drillsAskAndLiveCentersDoNotWhereNothingIsSaid() {
        assertThat(RatingBySms.isWanted(Optional.empty(), Mode.DRILL)).isTrue();
        assertThat(RatingBySms.isWanted(Optional.empty(), Mode.LIVE)).isFalse();
    }

    @Test
    void whatIsSaidHoldsInBothModes() {
        for (Mode mode : Mode.values()) {
            assertThat(RatingBySms.isWanted(Optional.of(true), mode)).isTrue();
            assertThat(RatingBySms.isWanted(Optional.of(false), mode)).isFalse();
        }
    }
}
