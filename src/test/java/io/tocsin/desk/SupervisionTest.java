package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supervisor does to seats: queues, home permission, waves. */
@TocsinTest
class SupervisionTest {
    @Inject
    Sql sql;

    private DeskCenter desks;

    @BeforeEach
    void open() {
        desks = DeskCenter.open(Map.of("profile", "small", "seats", 3));
    }

    @AfterEach
    void close() {
        desks.close();
    }

    @Test
    void aSupervisorMovesASeatBetweenQueuesButNeverPastLanguageOrClearance() {
        String seatNo = desks.board().path("seats").get(0).path("seatNo").asText();
        Api supervisor = as("supervisor");

        String queue = stream(desks.board().path("queues"))
                .filter(q -> !q.path("personalData").asBoolean()
                        && q.path("language").asText().equals("en"))
                .map(q -> q.path("name").asText())
                .findFirst()
                .orElseThrow();

        supervisor
                .post(desks.desk() + "/seats/" + seatNo + "/queues", Map.of("queues", List.of(queue)))
                .expect(200);

        assertThat(stream(desks.board().path("seats").get(0).path("queues")).map(JsonNode::asText))
                .containsExactly(queue);
        assertThat(supervisor
                        .post(desks.desk() + "/seats/" + seatNo + "/queues", Map.of("queues", List.of("nothing-xx")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPersonWhoLosesHomePermissionIsOutAtOnceAndAtHomeACodeIsNeeded() {
        DrillCenter home = homeCenter();
        String homeDesk = home.path() + "/desk";
        String email = home.agents().getFirst();
        TestStack.get().people().finishFirstLogin(email);
        Api byPassword = DrillCenter.person(email);
        JsonNode refused = byPassword
                .post(homeDesk + "/check-in", Map.of("rulesAcknowledged", true))
                .expect(422)
                .body();
        assertThat(stream(refused.path("violations")).map(v -> v.path("field").asText()))
                .containsExactly("oneTimeCode");

        TestStack.get().people().giveOneTimeCode(email);
        String token = TestStack.get().people().tokenWithCode(email);
        Api byCode = new Api(TestStack.get().plan().appUrl(), () -> token);
        JsonNode seat = byCode.post(homeDesk + "/check-in", Map.of("rulesAcknowledged", true))
                .expect(200)
                .body();
        assertThat(seat.path("site").asText()).isEqualTo("home");

        as("crisis-manager")
                .put(home.path() + "/members/supervisor@drill.example", null)
                .expect(204);
        String revoke = homeDesk + "/seats/" + seat.path("seatNo").asText() + "/home-permission/revoke";
        as("supervisor").post(revoke, Map.of()).expect(422);
        JsonNode out = as("supervisor")
                .post(revoke, Map.of("reason", "a phone on the desk"))
                .expect(200)
                .body();
        assertThat(out.path("state").asText()).isEqualTo("CHECKED_OUT");
        assertThat(byCode.get(homeDesk).status())
                .as("the token is still good, the center is not")
                .isEqualTo(404);
        home.close();
    }

    private static DrillCenter homeCenter() {
        as("ops")
                .csv(
                        "/api/roster",
                        "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n"
                                + "Home Person,home01@people.example,+12025550177,ja,disaster,home,employee,no,disaster,yes\n")
                .expect(200);
        return DrillCenter.declare("noto-hotline", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitPhase("READY");
    }

    @Test
    void aWaveWaitsForItsGateOrForAReasonOnTheRecord() {
        Api agent = desks.agent(2);
        String seatNo =
                agent.get(desks.desk()).expect(200).body().path("seatNo").asText();
        agent.post(desks.desk() + "/check-out", null).expect(200);
        sql.update("update seat set wave = 2 where center_id = ? and seat_no = ?", desks.id(), seatNo);
        JsonNode refused = agent.post(desks.desk() + "/check-in", Map.of("rulesAcknowledged", true))
                .expect(422)
                .body();
        assertThat(stream(refused.path("violations")).map(v -> v.path("field").asText()))
                .containsExactly("wave");

        JsonNode gate = as("supervisor")
                .post(desks.desk() + "/waves/2/open", Map.of())
                .expect(409)
                .body();
        assertThat(stream(gate.path("violations")).map(v -> v.path("field").asText()))
                .contains("gate.service-level", "gate.voice");

        as("supervisor")
                .post(desks.desk() + "/waves/2/open", Map.of("reason", "every line is taken"))
                .expect(200);
        agent.post(desks.desk() + "/check-in", Map.of("rulesAcknowledged", true))
                .expect(200);
        assertThat(audited("seat.wave-opened")).isEqualTo(1);
    }

    private int audited(String action) {
        return sql.first(
                        "select count(*) from audit_log where center_id = ? and action = ?",
                        row -> row.getInt(1),
                        desks.id(),
                        action)
                .orElse(0);
    }
}
