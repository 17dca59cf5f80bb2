package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Simulated people come to a drill center, and to no other. */
@TocsinTest
class DrillTest {
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

    @Test
    void aDrillBringsItsPeopleAndTellsHowItWent() {
        JsonNode run = as("supervisor")
                .post(
                        desks.center().path() + "/drills",
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
                        .post(desks.center().path() + "/drills", Map.of("curve", List.of()))
                        .status())
                .isIn(409, 422);
        String path = desks.center().path() + "/drills/" + run.path("id").asText();
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

    @Test
    void simulatedChattersAskAnswerAndGo() {
        desks.everybodyOut();
        Api agent = desks.atWork(desks.center().agents().getFirst());
        Api supervisor = as("supervisor");
        String drills = desks.center().path() + "/drills";
        JsonNode run = supervisor
                .post(
                        drills,
                        Map.of(
                                "seed",
                                3,
                                "curve",
                                List.of(Map.of("minute", 0, "perMinute", 30), Map.of("minute", 0.1, "perMinute", 30)),
                                "reasons",
                                Map.of("general", 1),
                                "languages",
                                Map.of("en", 1),
                                "chatShare",
                                1,
                                "patienceSeconds",
                                30))
                .expect(201)
                .body();
        String drill = drills + "/" + run.path("id").asText();
        String chat = CenterWait.until("a chatter waits", SOON, () -> stream(
                        agent.get(desks.desk() + "/chats").expect(200).body())
                .map(c -> c.path("inquiry").asText())
                .findFirst()
                .orElse(null));
        agent.post(desks.desk() + "/chats/" + chat + "/take", null).expect(200);

        for (int said = 1; said <= 3; said++) {
            int messages = 2 * said;
            agent.post(desks.desk() + "/contact/messages", Map.of("text", "Please switch it off."))
                    .expect(200);
            CenterWait.until(
                    "the chatter answers or goes",
                    SOON,
                    () -> desks.state(agent).equals("AFTER_CALL")
                                    || agent.get(desks.desk() + "/contact/messages")
                                                    .body()
                                                    .size()
                                            > messages
                            ? true
                            : null);
        }
        desks.awaitState(agent, "AFTER_CALL");

        CenterWait.until(
                "the drill is over",
                SOON.multipliedBy(2),
                () -> supervisor
                                .get(drill)
                                .expect(200)
                                .body()
                                .path("state")
                                .asText()
                                .equals("ENDED")
                        ? true
                        : null);
        JsonNode report = supervisor.get(drill + "/report").expect(200).body();
        int people = report.path("come").asInt();
        assertThat(report.path("chats").path("offered").asInt())
                .as("all %s came by chat", people)
                .isEqualTo(people);
        assertThat(report.path("chats").path("answered").asInt()).isEqualTo(1);
        assertThat(report.path("chats").path("abandoned").asInt())
                .as("nobody had time for the others")
                .isEqualTo(people - 1);
        assertThat(report.path("all").path("offered").asInt()).isZero();
    }
}
