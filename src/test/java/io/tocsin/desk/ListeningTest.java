package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.drill.DrillDesk;
import io.tocsin.platform.Mode;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.TocsinTest;
import io.tocsin.telephony.Calls;
import io.tocsin.telephony.Conferences;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor listens to calls of the drill carrier: who may, what it leaves behind, how it ends. */
@TocsinTest
class ListeningTest {
    private static final String SUPERVISOR = "supervisor@drill.example";
    private static final String TELEPHONE = "+12025550190";
    private static DeskCenter desks;

    @Inject
    DrillDesk drill;

    @Inject
    ListeningTable table;

    @Inject
    ListeningIn listening;

    @Inject
    Conferences conferences;

    @Inject
    Calls calls;

    @Inject
    Sql sql;

    private Api agent;

    /** One center serves all tests: to stand one up takes its time. */
    private static synchronized DeskCenter desks() {
        if (desks == null) {
            desks = DeskCenter.open(Map.of("profile", "small", "seats", 3)).everybodyOut();
            DeskCenter.supervisorsTelephone(TELEPHONE);
        }
        return desks;
    }

    @BeforeEach
    void oneAgentIsAtWork() {
        drill.behave("speed", 200);
        agent = desks().atWork(desks().center().agents().getFirst());
        if (desks().state(agent).equals("BUSY")) {
            hangUp();
        }
        if (desks().state(agent).equals("AFTER_CALL")) {
            agent.post(desks().desk() + "/ready", null).expect(200);
        }
    }

    @AfterEach
    void switchedOff() {
        allow(false);
        drill.reset();
    }

    @AfterAll
    static void close() {
        if (desks != null) {
            desks.close();
            desks = null;
        }
    }

    private void allow(boolean allowed) {
        as("crisis-manager")
                .put(desks().center().path() + "/listening", Map.of("allowed", allowed))
                .expect(200);
    }

    /** Somebody calls and is answered. @return SID of the caller's call */
    private String answered() {
        String call = as("crisis-manager")
                .post(
                        "/api/drill/calls",
                        Map.of("to", desks().center().number(), "keys", List.of("1", "0"), "language", "en"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        desks().awaitState(agent, "OFFERED");
        agent.post(desks().desk() + "/phone/answer", null).expect(200);
        desks().awaitState(agent, "BUSY");
        return call;
    }

    private JsonNode contact() {
        return agent.get(desks().desk() + "/contact").expect(200).body();
    }

    private Api.Answer listen(String contact) {
        return as("supervisor").post(desks().desk() + "/calls/" + contact + "/listen", null);
    }

    private void hangUp() {
        agent.post(desks().desk() + "/phone/hang-up", null).expect(200);
        desks().awaitState(agent, "AFTER_CALL");
    }

    private void awaitHeard(boolean heard) {
        CenterWait.until(
                "the agent sees " + (heard ? "that" : "no more that") + " somebody listens",
                SOON,
                () -> contact().path("heard").asBoolean() == heard ? true : null);
    }

    private void awaitOver(String call) {
        CenterWait.until(
                "the caller's call is over",
                SOON,
                () -> drill.transcript(call).path("ended").asBoolean() ? true : null);
    }

    private List<String> kinds(String call) {
        return stream(drill.transcript(call).path("steps"))
                .map(step -> step.path("kind").asText())
                .toList();
    }

    private List<String> said(String call) {
        return stream(drill.transcript(call).path("steps"))
                .filter(step -> step.path("kind").asText().equals("said"))
                .map(step -> step.path("details").path("text").asText())
                .toList();
    }

    private int rung() {
        return sql.first(
                        "select count(*) from drill.thing where kind = 'CALL' and name = ?",
                        row -> row.getInt(1),
                        TELEPHONE)
                .orElse(0);
    }

    private List<String> audited(String contact) {
        return sql.list(
                "select action from audit_log where center_id = ? and actor = ? and subject = ? order by id",
                row -> row.getString(1),
                desks().id(),
                SUPERVISOR,
                "call " + contact);
    }

    @Test
    void switchedOffCallsAreBridgedAsEverAndNobodyListens() {
        String call = answered();
        String contact = contact().path("id").asText();

        JsonNode refused = listen(contact).expect(422).body();

        assertThat(stream(refused.path("violations")).map(v -> v.path("field").asText()))
                .containsExactly("listening");
        assertThat(said(call)).noneMatch(words -> words.contains("listen in"));
        assertThat(kinds(call)).doesNotContain("in-conference").contains("answered");
        allow(true);
        assertThat(stream(listen(contact).expect(422).body().path("violations"))
                        .map(v -> v.path("field").asText()))
                .as("this caller was not told")
                .containsExactly("contact");
        hangUp();
    }

    @Test
    void theSupervisorHearsTheCallUntilItIsOverAndTheSeatIsFreeAfterwards() {
        allow(true);
        int before = rung();
        String call = answered();
        String contact = contact().path("id").asText();
        assertThat(said(call)).anyMatch(words -> words.contains("a supervisor may listen in"));
        assertThat(kinds(call)).contains("in-conference");

        listen(contact).expect(200);
        listen(contact).expect(200);

        awaitHeard(true);
        assertThat(rung()).as("two clicks ring once").isEqualTo(before + 1);
        JsonNode live = desks().board().path("calls").get(0);
        assertThat(live.path("contact").asText()).isEqualTo(contact);
        assertThat(live.path("listeners").get(0).path("supervisor").asText()).isEqualTo(SUPERVISOR);

        hangUp();
        awaitOver(call);
        CenterWait.until(
                "nobody listens any more", SOON, () -> table.open(SUPERVISOR).isEmpty() ? true : null);
        assertThat(audited(contact))
                .containsExactly("call.listening-asked", "call.listening-begun", "call.listening-ended");
        CenterWait.until("the call is journaled as answered", SOON, () -> sql.first(
                        "select outcome from call where sid = ?", row -> row.getString(1), call)
                .filter("answered"::equals)
                .orElse(null));

        agent.post(desks().desk() + "/ready", null).expect(200);
        answered();
        hangUp();
    }

    @Test
    void aCallerWhoHangsUpFreesTheSeatAndTheListener() {
        allow(true);
        String call = answered();
        listen(contact().path("id").asText()).expect(200);
        awaitHeard(true);

        calls.end(Mode.DRILL, call);

        desks().awaitState(agent, "AFTER_CALL");
        awaitOver(call);
        CenterWait.until(
                "nobody listens any more", SOON, () -> table.open(SUPERVISOR).isEmpty() ? true : null);
    }

    @Test
    void stoppingLetsTheCallGoOnAndSwitchingOffStopsEverybody() {
        allow(true);
        String call = answered();
        String contact = contact().path("id").asText();
        listen(contact).expect(200);
        awaitHeard(true);

        as("supervisor")
                .post(desks().desk() + "/calls/" + contact + "/stop-listening", null)
                .expect(204);
        awaitHeard(false);
        assertThat(drill.transcript(call).path("ended").asBoolean()).isFalse();

        listen(contact).expect(200);
        awaitHeard(true);
        allow(false);
        awaitHeard(false);
        assertThat(desks().state(agent)).as("the call goes on").isEqualTo("BUSY");
        hangUp();
        awaitOver(call);
    }

    @Test
    void aTelephoneThatRingsAlthoughTheCarriersAnswerWasLostIsFoundAndDoesNotRingTwice() {
        allow(true);
        int before = rung();
        answered();
        String contact = contact().path("id").asText();
        UUID id = UUID.randomUUID();
        // as after a crash between the carrier's deed and our record of it
        Contact call = new Contact(
                UUID.fromString(contact),
                desks().id(),
                sql.first(
                                "select seat_no from desk_contact where id = ?",
                                row -> row.getString(1),
                                UUID.fromString(contact))
                        .orElseThrow(),
                Contact.Kind.CALL,
                Contact.Stage.ANSWERED,
                null,
                null,
                null,
                "",
                "",
                "en",
                false,
                null,
                null,
                null,
                null);
        String task = sql.first(
                        "select task_sid from desk_contact where id = ?",
                        row -> row.getString(1),
                        UUID.fromString(contact))
                .orElseThrow();
        table.begin(id, call, task, SUPERVISOR, Mode.DRILL);
        String conference = conferences.live(Mode.DRILL, task).orElseThrow();
        table.into(id, conference);
        Conferences.Listener listener = new Conferences.Listener(
                id.toString(), desks().center().number(), TELEPHONE, "http://127.0.0.1:9/", 20);
        String sid = conferences.listen(Mode.DRILL, conference, listener).orElseThrow();
        CenterWait.until("the supervisor has picked up", SOON, () -> calls.find(Mode.DRILL, sid)
                .filter(seen -> seen.status().equals("in-progress"))
                .orElse(null));

        listen(contact).expect(200);
        sql.update("update desk_listening set looked_up_at = looked_up_at - interval '5 minutes' where id = ?", id);

        awaitHeard(true);
        assertThat(rung()).isEqualTo(before + 1);
        assertThat(table.find(id).orElseThrow().callSid()).isEqualTo(sid);
        as("supervisor")
                .post(desks().desk() + "/calls/" + contact + "/stop-listening", null)
                .expect(204);
        hangUp();
    }

    @Test
    void withoutClearanceNobodyHearsPersonalDataAndWhileTheCarrierIsAwayNobodyIsSaidToListen() {
        allow(true);
        answered();
        UUID contact = UUID.fromString(contact().path("id").asText());

        drill.behave("unavailable", true);
        assertThat(listen(contact.toString()).status()).isEqualTo(503);
        assertThat(table.open(SUPERVISOR)).isEmpty();
        drill.behave("unavailable", false);

        sql.update("update desk_contact set personal_data = true where id = ?", contact);
        assertThatThrownBy(() -> listening.listen(desks().id(), contact, SUPERVISOR, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cleared");
        hangUp();
    }
}
