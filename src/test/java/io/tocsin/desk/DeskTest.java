package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats as agents and supervisors live them, through the API, with calls of the drill carrier. */
@TocsinTest
class DeskTest {
    private static final Map<String, Object> BY_HAND =
            Map.of("rulesAcknowledged", true, "afterCallWork", true, "phoneByHand", true);

    @Inject
    Sql sql;

    private DrillCenter center;
    private String desk;

    @BeforeEach
    void open() {
        DrillCenter.roster(14);
        center = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 3))
                .launch()
                .awaitPhase("READY")
                .signIn()
                .open();
        desk = center.path() + "/desk";
        as("crisis-manager")
                .put(center.path() + "/members/supervisor@drill.example", null)
                .expect(204);
    }

    @AfterEach
    void close() {
        center.close();
    }

    private Api agent(int i) {
        return DrillCenter.person(center.agents().get(i));
    }

    private String state(Api agent) {
        return agent.get(desk).expect(200).body().path("state").asText();
    }

    private void awaitState(Api agent, String wanted) {
        CenterWait.until("the seat is " + wanted, SOON, () -> state(agent).equals(wanted) ? true : null);
    }

    /** Only one agent is left at work, and answers by hand. */
    private Api alone() {
        for (String email : center.agents()) {
            DrillCenter.person(email).post(desk + "/check-out", null).expect(200);
        }
        Api agent = agent(0);
        agent.post(desk + "/check-in", BY_HAND).expect(200);
        return agent;
    }

    private void callIn() {
        as("crisis-manager")
                .post("/api/drill/calls", Map.of("to", center.number(), "keys", List.of("1", "0"), "language", "en"))
                .expect(201);
    }

    @Test
    void aCallIsOfferedAnsweredWrittenUpAndTheSeatIsReadyAgain() {
        Api agent = alone();
        callIn();

        awaitState(agent, "OFFERED");
        JsonNode offered = agent.get(desk + "/contact").expect(200).body();
        assertThat(offered.path("kind").asText()).isEqualTo("CALL");
        assertThat(offered.path("reason").asText()).isEqualTo("general");
        assertThat(offered.path("language").asText()).isEqualTo("en");
        assertThat(agent.post(desk + "/break", Map.of("minutes", 5)).status())
                .as("nobody goes away while the phone rings")
                .isEqualTo(409);

        agent.post(desk + "/phone/answer", null).expect(200);
        awaitState(agent, "BUSY");
        JsonNode talk = agent.get(desk + "/talk?language=en").expect(200).body();
        assertThat(talk.path("factsVersion").asInt()).isEqualTo(1);
        assertThat(talk.path("scripts")
                        .get(0)
                        .path("steps")
                        .get(0)
                        .path("words")
                        .asText())
                .contains("Samsung")
                .doesNotContain("{");

        agent.post(desk + "/phone/hang-up", null).expect(200);
        awaitState(agent, "AFTER_CALL");
        callIn();
        JsonNode board = board();
        CenterWait.until(
                "the next caller waits", SOON, () -> board().path("waiting").asInt() == 1 ? true : null);
        assertThat(state(agent)).as("no call during after-call work").isEqualTo("AFTER_CALL");
        assertThat(board.path("level").path("answered").asInt()).isEqualTo(1);

        agent.post(desk + "/ready", null).expect(200);
        awaitState(agent, "OFFERED");
        agent.post(desk + "/phone/answer", null).expect(200);
        awaitState(agent, "BUSY");
        agent.post(desk + "/phone/hang-up", null).expect(200);
        awaitState(agent, "AFTER_CALL");
        agent.post(desk + "/break", Map.of("minutes", 10)).expect(200);
        assertThat(state(agent)).isEqualTo("BREAK");
        assertThat(board().path("states").path("BREAK").asInt()).isEqualTo(1);
    }

    private JsonNode board() {
        return as("supervisor").get(desk + "/board").expect(200).body();
    }

    @Test
    void nobodySitsDownWithoutAcknowledgingTheRulesAndTheRefusalIsOnTheRecord() {
        Api agent = agent(0);
        agent.post(desk + "/check-out", null).expect(200);

        JsonNode refused = agent.post(desk + "/check-in", Map.of()).expect(422).body();

        assertThat(stream(refused.path("violations")).map(v -> v.path("field").asText()))
                .containsExactly("rulesAcknowledged");
        assertThat(agent.get(desk + "/talk").status())
                .as("nothing without checking in")
                .isEqualTo(409);
        agent.post(desk + "/check-in", Map.of("rulesAcknowledged", true)).expect(200);
        assertThat(state(agent)).isEqualTo("READY");
    }

    @Test
    void aSupervisorMovesASeatBetweenQueuesButNeverPastLanguageOrClearance() {
        String seatNo = board().path("seats").get(0).path("seatNo").asText();
        Api supervisor = as("supervisor");

        String queue = stream(board().path("queues"))
                .filter(q -> !q.path("personalData").asBoolean()
                        && q.path("language").asText().equals("en"))
                .map(q -> q.path("name").asText())
                .findFirst()
                .orElseThrow();

        supervisor
                .post(desk + "/seats/" + seatNo + "/queues", Map.of("queues", List.of(queue)))
                .expect(200);

        assertThat(stream(board().path("seats").get(0).path("queues")).map(JsonNode::asText))
                .containsExactly(queue);
        assertThat(supervisor
                        .post(desk + "/seats/" + seatNo + "/queues", Map.of("queues", List.of("nothing-xx")))
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

    @Test
    void whoeverIsSilentForTooLongIsLoggedOutAndAnOverrunBreakShowsOnTheBoard() {
        Api agent = agent(0);
        String seatNo = agent.get(desk).expect(200).body().path("seatNo").asText();
        agent.post(desk + "/break", Map.of("minutes", 5)).expect(200);
        sql.update(
                "update desk_seat set planned_until = now() - interval '1 minute' where center_id = ? and seat_no = ?",
                center.id(),
                seatNo);
        assertThat(stream(board().path("overrun")).map(s -> s.path("seatNo").asText()))
                .containsExactly(seatNo);

        agent.post(desk + "/ready", null).expect(200);
        sql.update(
                "update desk_seat set seen_at = now() - interval '16 minutes' where center_id = ? and seat_no = ?",
                center.id(),
                seatNo);
        awaitState(agent, "CHECKED_OUT");
        assertThat(audited("seat.idle-log-out")).isEqualTo(1);
        assertThat(audited("seat.checked-in")).isEqualTo(3);
    }

    private int audited(String action) {
        return sql.first(
                        "select count(*) from audit_log where center_id = ? and action = ?",
                        row -> row.getInt(1),
                        center.id(),
                        action)
                .orElse(0);
    }

    @Test
    void aWaveWaitsForItsGateOrForAReasonOnTheRecord() {
        Api agent = agent(2);
        String seatNo = agent.get(desk).expect(200).body().path("seatNo").asText();
        agent.post(desk + "/check-out", null).expect(200);
        sql.update("update seat set wave = 2 where center_id = ? and seat_no = ?", center.id(), seatNo);
        JsonNode refused = agent.post(desk + "/check-in", Map.of("rulesAcknowledged", true))
                .expect(422)
                .body();
        assertThat(stream(refused.path("violations")).map(v -> v.path("field").asText()))
                .containsExactly("wave");

        JsonNode gate = as("supervisor")
                .post(desk + "/waves/2/open", Map.of())
                .expect(409)
                .body();
        assertThat(stream(gate.path("violations")).map(v -> v.path("field").asText()))
                .contains("gate.service-level", "gate.voice");

        as("supervisor")
                .post(desk + "/waves/2/open", Map.of("reason", "every line is taken"))
                .expect(200);
        agent.post(desk + "/check-in", Map.of("rulesAcknowledged", true)).expect(200);
        assertThat(audited("seat.wave-opened")).isEqualTo(1);
    }

    @Test
    void nobodySimulatedReachesALiveCenter() {
        Map<String, Object> live = DrillCenter.declaration("galaxy-note7", Map.of("profile", "small"));
        live.put("mode", "LIVE");
        String path = DrillCenter.declare(live).path();
        JsonNode refused = as("crisis-manager")
                .post(path + "/drills", Map.of("curve", List.of()))
                .expect(409)
                .body();
        assertThat(refused.path("type").asText()).endsWith("live-center");
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
    void aDrillBringsItsPeopleAndTellsHowItWent() {
        JsonNode run = as("supervisor")
                .post(
                        center.path() + "/drills",
                        Map.of(
                                "seed",
                                11,
                                "curve",
                                List.of(Map.of("minute", 0, "perMinute", 60), Map.of("minute", 0.1, "perMinute", 60)),
                                "reasons",
                                Map.of("general", 1),
                                "languages",
                                Map.of("en", 1),
                                "chatShare",
                                0,
                                "patienceSeconds",
                                60))
                .expect(201)
                .body();
        int people = run.path("people").asInt();
        assertThat(people).isBetween(1, 15);
        assertThat(as("supervisor")
                        .post(center.path() + "/drills", Map.of("curve", List.of()))
                        .status())
                .isIn(409, 422);
        String path = center.path() + "/drills/" + run.path("id").asText();
        CenterWait.until(
                "the drill is over",
                SOON,
                () -> as("supervisor")
                                .get(path)
                                .expect(200)
                                .body()
                                .path("state")
                                .asText()
                                .equals("ENDED")
                        ? true
                        : null);

        JsonNode report = as("supervisor").get(path + "/report").expect(200).body();

        assertThat(report.path("come").asInt()).isEqualTo(people);
        assertThat(report.path("all").path("offered").asInt()).isEqualTo(people);
        assertThat(report.path("all").path("answered").asInt()
                        + report.path("all").path("abandoned").asInt())
                .isEqualTo(people);
        assertThat(report.path("byReason").path("general").path("offered").asInt())
                .isEqualTo(people);
        assertThat(report.path("byAgent")).isNotEmpty();
    }
}
