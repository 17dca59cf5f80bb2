package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextCallTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final CampaignSettings SETTINGS = CampaignSettings.defaults();

    @ParameterizedTest
    @CsvSource({"NO_ANSWER,240", "BUSY,20", "MACHINE,1440", "PERSON,1440", "FAILED,240"})
    void theNextCallComesAfterTheSpacingOfWhatHappened(CallOutcome outcome, long minutes) {
        assertThat(NextCall.after(outcome, 1, SETTINGS, NOW)).contains(NOW.plus(Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest
    @EnumSource
    void afterTheLastCallThereIsNoFurther(CallOutcome outcome) {
        assertThat(NextCall.after(outcome, SETTINGS.attempts(), SETTINGS, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "completed,,PERSON",
        "completed,MACHINE,MACHINE",
        "completed,PERSON,PERSON",
        "busy,,BUSY",
        "no-answer,,NO_ANSWER",
        "failed,,FAILED",
        "canceled,,NO_ANSWER"
    })
    void theCarriersLastWordIsUnderstood(String status, CallOutcome answeredBy, CallOutcome outcome) {
        assertThat(CallOutcome.of(status, answeredBy)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "human,PERSON",
        "unknown,PERSON",
        "'',PERSON",
        "machine_start,MACHINE",
        "machine_end_beep,MACHINE",
        "fax,MACHINE"
    })
    void whoPickedUpIsToldApart(String answeredBy, CallOutcome outcome) {
        assertThat(CallOutcome.answeredBy(answeredBy)).isEqualTo(outcome);
    }

    @Test
    void onlyCallsThatMayHaveRungCount() {
        assertThat(CallOutcome.NOT_PLACED.counts()).isFalse();
        assertThat(CallOutcome.WITHDRAWN.counts()).isFalse();
        assertThat(CallOutcome.FAILED.counts()).isTrue();
    }
}
