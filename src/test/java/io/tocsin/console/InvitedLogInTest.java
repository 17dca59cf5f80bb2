package io.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stack.ConsoleSession;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody who was invited to a seat gets into the console as the ready-made people do. */
@TocsinTest
class InvitedLogInTest {
    @Test
    void anInvitedAgentLogsInAndSeesTheOwnDesks() {
        DrillCenter.roster(14);
        DrillCenter center = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitPhase("READY")
                .awaitAllReady();
        try {
            String email = center.agents().getFirst();
            TestStack.get().people().finishFirstLogin(email);

            ConsoleSession agent = ConsoleSession.of(email);

            ConsoleSession.Answer desks = agent.get("/console/desks");
            assertThat(desks.status()).as(desks.toString()).isEqualTo(200);
            assertThat(desks.body()).contains("/console/centers/" + center.id() + "/desk");
        } finally {
            center.close();
        }
    }
}
