package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the time of a seat went into. */
class DeskTimesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID PERSON = new UUID(1, 1);

    private static DeskTimes.Stretch stretch(SeatState state, int fromMinute, int untilMinute, Integer planned) {
        return DeskTimes.Stretch.of(
                "A-01",
                PERSON,
                state,
                minute(fromMinute),
                minute(untilMinute),
                planned == null ? null : minute(planned),
                "agent");
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    @Test
    void stretchesAddUpByStateAndWhatTookTooLongIsCounted() {
        DeskTimes.Total total = DeskTimes.total(List.of(
                stretch(SeatState.READY, 0, 10, null),
                stretch(SeatState.BUSY, 10, 25, null),
                stretch(SeatState.AFTER_CALL, 25, 30, 27),
                stretch(SeatState.READY, 30, 40, null),
                stretch(SeatState.BREAK, 40, 55, 55)));

        assertThat(total.minutes(SeatState.READY)).isEqualTo(20);
        assertThat(total.minutes(SeatState.BUSY)).isEqualTo(15);
        assertThat(total.minutesAtWork()).isEqualTo(55);
        assertThat(total.checkIns()).isEqualTo(1);
        assertThat(total.overruns())
                .as("after-call work took three minutes too long, the break none")
                .isEqualTo(1);
        assertThat(total.overrunSeconds()).isEqualTo(180);
    }

    @Test
    void whoLeavesAndComesBackHasCheckedInTwice() {
        DeskTimes.Total total =
                DeskTimes.total(List.of(stretch(SeatState.READY, 0, 10, null), stretch(SeatState.READY, 60, 70, null)));

        assertThat(total.checkIns()).isEqualTo(2);
        assertThat(total.minutesAtWork()).isEqualTo(20);
    }
}
