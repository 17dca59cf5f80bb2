package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.inquiry.ChatState;
import io.tocsin.inquiry.Chats;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats as agents live them, through the API, with calls of the drill carrier. */
@TocsinTest
class DeskTest {
    @Inject
    Chats chats;

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
    void aCallIsOfferedAnsweredWrittenUpAndTheSeatIsReadyAgain() {
        Api agent = alone();
        desks.callIn(null);

        desks.awaitState(agent, "OFFERED");
        JsonNode offered = agent.get(desks.desk() + "/contact").expect(200).body();
        assertThat(offered.path("kind").asText()).isEqualTo("CALL");
        assertThat(offered.path("reason").asText()).isEqualTo("general");
        assertThat(offered.path("language").asText()).isEqualTo("en");
        assertThat(agent.post(desks.desk() + "/break", Map.of("minutes", 5)).status())
                .as("nobody goes away while the phone rings")
                .isEqualTo(409);

        agent.post(desks.desk() + "/phone/answer", null).expect(200);
        desks.awaitState(agent, "BUSY");
        JsonNode talk =
                agent.get(desks.desk() + "/talk?language=en").expect(200).body();
        assertThat(talk.path("factsVersion").asInt()).isEqualTo(1);
        assertThat(talk.path("scripts")
                        .get(0)
                        .path("steps")
                        .get(0)
                        .path("words")
                        .asText())
                .contains("Samsung")
                .doesNotContain("{");

        agent.post(desks.desk() + "/phone/hang-up", null).expect(200);
        desks.awaitState(agent, "AFTER_CALL");
        desks.callIn(null);
        JsonNode board = desks.board();
        CenterWait.until(
                "the next caller waits",
                SOON,
                () -> desks.board().path("waiting").asInt() == 1 ? true : null);
        assertThat(desks.state(agent)).as("no call during after-call work").isEqualTo("AFTER_CALL");
        assertThat(board.path("level").path("answered").asInt()).isEqualTo(1);

        agent.post(desks.desk() + "/ready", null).expect(200);
        desks.awaitState(agent, "OFFERED");
        agent.post(desks.desk() + "/phone/answer", null).expect(200);
        desks.awaitState(agent, "BUSY");
        agent.post(desks.desk() + "/phone/hang-up", null).expect(200);
        desks.awaitState(agent, "AFTER_CALL");
        agent.post(desks.desk() + "/break", Map.of("minutes", 10)).expect(200);
        assertThat(desks.state(agent)).isEqualTo("BREAK");
        assertThat(desks.board().path("states").path("BREAK").asInt()).isEqualTo(1);
    }

    /** Only one agent is left at work, and answers by hand. */
    private Api alone() {
        desks.everybodyOut();
        return desks.atWork(desks.center().agents().getFirst());
    }

    @Test
    void nobodySitsDownWithoutAcknowledgingTheRulesAndTheRefusalIsOnTheRecord() {
        Api agent = desks.agent(0);
        agent.post(desks.desk() + "/check-out", null).expect(200);

        JsonNode refused =
                agent.post(desks.desk() + "/check-in", Map.of()).expect(422).body();

        assertThat(stream(refused.path("violations")).map(v -> v.path("field").asText()))
                .containsExactly("rulesAcknowledged");
        assertThat(agent.get(desks.desk() + "/talk").status())
                .as("nothing without checking in")
                .isEqualTo(409);
        agent.post(desks.desk() + "/check-in", Map.of("rulesAcknowledged", true))
                .expect(200);
        assertThat(desks.state(agent)).isEqualTo("READY");
    }

    @Test
    void whoeverIsSilentForTooLongIsLoggedOutAndAnOverrunBreakShowsOnTheBoard() {
        Api agent = desks.agent(0);
        String seatNo =
                agent.get(desks.desk()).expect(200).body().path("seatNo").asText();
        agent.post(desks.desk() + "/break", Map.of("minutes", 5)).expect(200);
        sql.update(
                "update desk_seat set planned_until = now() - interval '1 minute' where center_id = ? and seat_no = ?",
                desks.id(),
                seatNo);
        assertThat(stream(desks.board().path("overrun"))
                        .map(s -> s.path("seatNo").asText()))
                .containsExactly(seatNo);

        agent.post(desks.desk() + "/ready", null).expect(200);
        sql.update(
                "update desk_seat set seen_at = now() - interval '16 minutes' where center_id = ? and seat_no = ?",
                desks.id(),
                seatNo);
        desks.awaitState(agent, "CHECKED_OUT");
        assertThat(audited("seat.idle-log-out")).isEqualTo(1);
        assertThat(audited("seat.checked-in")).isEqualTo(3);
    }

    @Test
    void whoIsLoggedOutLeavesTheirChatAndWhatTheyHadTakenToOthers() {
        Api agent = alone();
        String seatNo =
                agent.get(desks.desk()).expect(200).body().path("seatNo").asText();
        String inquiries = desks.center().path() + "/inquiries";
        String mail = as("crisis-manager")
                .post(inquiries, Map.of("channel", "EMAIL", "text", "When does it come?"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        UUID chat = chats.begin(desks.id(), "en").chat().inquiry();
        chats.askForAgent(desks.id(), chat);
        agent.post(desks.desk() + "/chats/" + chat + "/take", null).expect(200);
        sql.update(
                "update inquiry set state = 'TAKEN', taken_by = ? where id = ?::uuid",
                desks.center().agents().getFirst(),
                mail);

        as("supervisor")
                .post(desks.desk() + "/seats/" + seatNo + "/log-out", null)
                .expect(200);

        CenterWait.until(
                "the chat waits for another agent",
                SOON,
                () -> chats.get(desks.id(), chat).state() == ChatState.WAITING ? true : null);
        assertThat(as("crisis-manager")
                        .get(inquiries + "/" + mail)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("OPEN");
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
