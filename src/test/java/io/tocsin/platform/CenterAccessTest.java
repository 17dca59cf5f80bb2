package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@TocsinTest
class CenterAccessTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Inject
    CenterAccess access;

    private final UUID center = UUID.randomUUID();

    @Test
    void whoDeclaredTheCenterStaysAMemberWhenTheirSeatIsLost() {
        // given a crisis manager who helps out at a seat
        access.admit(center, "Manager@drill.example", NOW);
        access.seat(center, "manager@drill.example", NOW);

        // when
        access.unseat(center, "manager@drill.example");

        // then
        assertThat(access.isMember(center, "manager@drill.example")).isTrue();
    }

    @Test
    void whoWasTakenInByHandAfterTheSeatStays() {
        access.seat(center, "agent@drill.example", NOW);
        access.admit(center, "agent@drill.example", NOW);

        access.unseat(center, "agent@drill.example");

        assertThat(access.isMember(center, "agent@drill.example")).isTrue();
    }

    @Test
    void anAgentIsOutWithTheSeat() {
        access.seat(center, "agent@drill.example", NOW);

        access.unseat(center, "agent@drill.example");

        assertThat(access.isMember(center, "agent@drill.example")).isFalse();
    }

    @Test
    void whoIsDismissedIsOutWhateverTheyHad() {
        access.admit(center, "both@drill.example", NOW);
        access.seat(center, "both@drill.example", NOW);

        access.dismiss(center, "both@drill.example");

        assertThat(access.isMember(center, "both@drill.example")).isFalse();
    }
}
