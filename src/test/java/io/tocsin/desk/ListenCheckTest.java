package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenCheckTest {
    @Test
    void whoHasATelephoneAndSitsAtNoReadySeatMayListenToACallerWhoWasTold() {
        assertThat(new ListenCheck(true, true, true, "+12025550190", SeatState.CHECKED_OUT).obstacles())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, +12025550190, BREAK, listening",
        "true, false, true, +12025550190, BREAK, contact",
        "true, true, false, +12025550190, BREAK, contact",
        "true, true, true, '', BREAK, ring",
        "true, true, true, +12025550190, BUSY, seat",
        "true, true, true, +12025550190, OFFERED, seat",
        "true, true, true, +12025550190, READY, seat",
    })
    void eachObstacleIsNamed(
            boolean allowed, boolean told, boolean onTheLine, String ring, SeatState seat, String field) {
        assertThat(new ListenCheck(allowed, told, onTheLine, ring, seat).obstacles())
                .extracting(Violation::field)
                .containsExactly(field);
    }

    @Test
    void allObstaclesAreToldAtOnce() {
        List<Violation> all = new ListenCheck(false, false, false, "", SeatState.BUSY).obstacles();
        assertThat(all).extracting(Violation::field).containsExactly("listening", "contact", "ring", "seat");
    }
}
