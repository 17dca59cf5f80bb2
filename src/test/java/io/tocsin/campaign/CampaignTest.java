package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.SuppressionReason;
import io.tocsin.audience.Suppressions;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Collection campaigns on the real stack: the carrier's own records tell what was done. */
@TocsinTest
class CampaignTest {
    @Inject
    Field field;

    @Inject
    Sql sql;

    @Inject
    CallList list;

    @Inject
    Campaigns campaigns;

    @Inject
    Attempts attempts;

    @Inject
    Dialing dialing;

    @Inject
    CallSettling settling;

    @Inject
    Cases cases;

    @Inject
    Registrations registrations;

    @Inject
    Suppressions suppressions;

    @Inject
    LiveScripts voices;

    @AfterAll
    static void giveBack() {
        Field.closeCenter();
    }

    @Test
    void peopleBookReturnDisposeOptOutAndAskForAgentsByKey() {
        Field.Called called = field.people(
                List.of(
                        Map.of("keys", List.of("1", "2")),
                        Map.of("keys", List.of("2", "1")),
                        Map.of("keys", List.of("2", "2")),
                        Map.of("keys", List.of("9")),
                        Map.of("keys", List.of("3")),
                        Map.of("keys", List.of("silence", "7", "silence"))),
                1);
        String campaign = field.campaign(called, field.settings("AUTO"));
        assertThat(field.get(campaign).path("cases").path("NOTIFIED").asInt()).isEqualTo(6);

        field.move(campaign, "start");

        field.awaitCalls(campaign, "PERSON", 6);
        List<JsonNode> all = field.cases(campaign);
        assertThat(state(all, called, 0)).isEqualTo("PICKUP_BOOKED");
        assertThat(field.heard(called.numbers().get(0))).contains("1:00 PM to 5:00 PM", "We come on");
        assertThat(state(all, called, 1)).isEqualTo("RESPONDED");
        assertThat(of(all, called, 1).path("saysReturned").asBoolean()).isTrue();
        assertThat(state(all, called, 2)).isEqualTo("ALREADY_DISPOSED");
        assertThat(state(all, called, 3))
                .as("what becomes of the goods is open")
                .isEqualTo("NOTIFIED");
        assertThat(field.heard(called.numbers().get(3))).contains("We will not call you again");
        assertThat(state(all, called, 4)).isEqualTo("RESPONDED");
        assertThat(Json.tree(field.heard(called.numbers().get(4)))
                        .path("answeredBy")
                        .asText(""))
                .as("the agent who answered")
                .isNotIn("", "null");
        assertThat(state(all, called, 5)).isEqualTo("NOTIFIED");
        assertThat(field.heard(called.numbers().get(5))).contains("we did not hear a key", "Goodbye");

        field.letTimePass(campaign);
        field.await(
                "the one who chose nothing is called again",
                () -> field.carried(called.numbers().get(5)) == 2);
        assertThat(IntStream.range(0, 5).map(i -> field.carried(called.numbers().get(i))))
                .as("calls to those who have answered, and to the one who opted out")
                .containsOnly(1);
        field.move(campaign, "complete");
    }

    @Test
    void machinesBusyLinesAndSilenceAreToldApartSpacedAndCapped() {
        Field.Called called =
                field.people(List.of(Map.of("machine", true), Map.of("busy", true), Map.of("answers", false)), 1);
        String campaign = field.campaign(called, field.settings("AUTO"));
        field.move(campaign, "start");

        field.awaitCalls(campaign, "MACHINE", 1);
        field.awaitCalls(campaign, "BUSY", 1);
        field.awaitCalls(campaign, "NO_ANSWER", 1);
        assertThat(field.heard(called.numbers().get(0))).contains("Once more");
        List<Long> minutes = sql.list(
                "select round(extract(epoch from t.next_at - a.ended_at) / 60) from call_target t join call_attempt a on"
                        + " a.target_id = t.id where t.campaign_id = ?::uuid order by 1",
                row -> row.getLong(1),
                campaign);
        assertThat(minutes)
                .as("minutes to the next call: busy, no answer, machine")
                .containsExactly(20L, 240L, 1440L);

        field.letTimePass(campaign);

        field.awaitCalls(campaign, "MACHINE", 2);
        field.awaitCalls(campaign, "BUSY", 2);
        field.awaitCalls(campaign, "NO_ANSWER", 2);
        assertThat(field.heard(called.numbers().get(0)))
                .as("a message is left once")
                .doesNotContain("Once more");
        field.await(
                "all were tried as often as agreed",
                () -> field.get(campaign).path("cases").path("UNREACHABLE").asInt() == 3);
        field.letTimePass(campaign);
        assertThat(list.claim(UUID.fromString(campaign))).isEmpty();
        assertThat(called.numbers().stream().map(field::carried)).containsOnly(2);
        field.move(campaign, "complete");
    }

    @Test
    void aHouseholdWithThreeItemsGetsOneCallAndOneVisit() {
        Field.Called called = field.people(List.of(Map.of("keys", List.of("1", "1"))), 3);
        String campaign = field.campaign(called, field.settings("AUTO"));
        field.move(campaign, "start");

        field.awaitCalls(campaign, "PERSON", 1);

        assertThat(field.cases(campaign))
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.path("state").asText()).isEqualTo("PICKUP_BOOKED"));
        assertThat(field.carried(called.numbers().getFirst())).isEqualTo(1);
        assertThat(sql.first(
                        "select sum(booked) from pickup_slot where campaign_id = ?::uuid",
                        row -> row.getInt(1),
                        campaign))
                .contains(1);
        field.move(campaign, "complete");
    }

    @Test
    void manyDialersNeverCallOnePersonTwice() throws Exception {
        Field.Called called = field.people(Collections.nCopies(30, Map.of("answers", false, "afterMs", 200)), 1);
        String campaign = field.campaign(called, field.settings("AUTO"));
        field.move(campaign, "start");
        UUID id = UUID.fromString(campaign);
        try (var dialers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> rounds = IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        list.claim(id).forEach(dialing::dial);
                        return null;
                    })
                    .toList();
            for (var round : dialers.invokeAll(rounds)) {
                round.get();
            }
        }
        field.awaitCalls(campaign, "NO_ANSWER", 30);
        assertThat(called.numbers().stream().map(field::carried)).containsOnly(1);
        field.move(campaign, "complete");
    }

    @Test
    void anAnswerThatTheCarrierLosesDoesNotMakeASecondCall() {
        Field.Called called = field.people(Collections.nCopies(4, Map.of("keys", List.of("2", "2"))), 1);
        String campaign = field.campaign(called, field.settings("PREVIEW"));
        field.move(campaign, "start");
        try {
            behave(Map.of("lostAnswerRate", 1.0));
            claimAll(campaign, 4).forEach(dialing::dial);
            assertThat(sql.first(
                            "select count(*) from call_attempt where campaign_id = ?::uuid and state <> 'RECORDED'",
                            row -> row.getInt(1),
                            campaign))
                    .contains(4);
        } finally {
            DrillCenter.as("crisis-manager").delete("/api/drill/carrier/behaviour");
        }
        field.awaitCalls(campaign, "PERSON", 4);
        assertThat(called.numbers().stream().map(field::carried)).containsOnly(1);
        field.move(campaign, "complete");
    }

    @Test
    void aDialerThatDiesBeforeDiallingIsReplacedAndOneThatDiesAfterIsLookedUp() {
        Field.Called called =
                field.people(List.of(Map.of("answers", false), Map.of("answers", false, "afterMs", 50)), 1);
        String campaign = field.campaign(called, field.settings("PREVIEW"));
        field.move(campaign, "start");
        List<CallAttempt> claimed = claimAll(campaign, 2);

        // one died right after recording, the other after the carrier had begun the call but before it said so
        sql.update(
                "update call_attempt set recorded_at = recorded_at - interval '1 hour' where id = ?",
                claimed.get(0).id());
        dialing.dial(claimed.get(1));
        field.awaitCalls(campaign, "NO_ANSWER", 1);
        sql.update(
                "update call_attempt set state = 'DIALING', call_sid = null, outcome = null, ended_at = null, dialed_at ="
                        + " dialed_at - interval '1 minute' where id = ?",
                claimed.get(1).id());
        settling.look();

        assertThat(attempts.find(claimed.get(0).id()).orElseThrow().outcome()).isEqualTo(CallOutcome.NOT_PLACED);
        field.await("the look-up settles it", () -> {
            settling.look();
            return attempts.find(claimed.get(1).id()).orElseThrow().outcome() == CallOutcome.NO_ANSWER;
        });
        assertThat(attempts.find(claimed.get(1).id()).orElseThrow().callSid()).startsWith("CA");
        assertThat(called.numbers().stream().map(field::carried))
                .as("calls, by the order of claims")
                .containsExactlyInAnyOrder(0, 1);
        assertThat(dialingAgainIsRefused(claimed.get(0))).isTrue();
        field.move(campaign, "complete");
    }

    private boolean dialingAgainIsRefused(CallAttempt givenUp) {
        return !attempts.toDialing(givenUp.id());
    }

    @Test
    void whoeverRegistersBetweenClaimAndDialIsNotCalled() {
        Field.Called called = field.people(Collections.nCopies(3, Map.of()), 1);
        String campaign = field.campaign(called, field.settings("PREVIEW"));
        field.move(campaign, "start");
        List<CallAttempt> claimed = claimAll(campaign, 3);

        registrations.disposed(
                cases.ofRecipient(field.center().id(), claimed.get(0).recipientId()), Via.WEB, "owner");
        suppressions.add(
                field.center().id(), claimed.get(1).recipientId(), SuppressionReason.UNSUBSCRIBE_LINK, "owner");
        claimed.subList(0, 2).forEach(dialing::dial);
        field.move(campaign, "pause");
        dialing.dial(claimed.get(2));

        assertThat(claimed.stream().map(a -> attempts.find(a.id()).orElseThrow().outcome()))
                .containsOnly(CallOutcome.WITHDRAWN);
        assertThat(called.numbers().stream().map(field::carried)).containsOnly(0);
        field.move(campaign, "cancel");
    }

    @Test
    void nobodyIsCalledOutsideTheirHours() {
        Field.Called called = field.people(List.of(Map.of()), 1);
        sql.update(
                "update recipient set zone = 'Etc/UTC', country = 'XX' where id = ?",
                called.recipients().getFirst());
        String campaign = field.campaign(called, field.settings("AUTO"));
        field.move(campaign, "start");

        assertThat(list.claim(UUID.fromString(campaign)))
                .as("claims while it is not known where they are")
                .isEmpty();
        assertThat(field.carried(called.numbers().getFirst())).isZero();
        field.move(campaign, "complete");
    }

    @Test
    void slotsAreNeverOverbooked() throws Exception {
        Field.Called called = field.people(Collections.nCopies(20, Map.of()), 1);
        String campaign = field.campaign(called, field.settings("NONE"));
        UUID slot = UUID.fromString(field.manager()
                .get(field.path(campaign) + "/slots")
                .expect(200)
                .body()
                .get(0)
                .path("id")
                .asText());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> bookings = called.recipients().stream()
                    .map(r -> (Callable<Boolean>) () ->
                            registrations.book(cases.ofRecipient(field.center().id(), r), slot, Via.WEB, "owner"))
                    .toList();
            long booked = 0;
            for (var booking : threads.invokeAll(bookings)) {
                booked += booking.get() ? 1 : 0;
            }
            assertThat(booked).isEqualTo(3);
        }
        assertThat(field.get(campaign).path("cases").path("PICKUP_BOOKED").asInt())
                .isEqualTo(3);
        field.move(campaign, "cancel");
    }

    @Test
    void aMoveThatCannotBeIsRefusedWithThePossibleOnes() {
        Field.Called called = field.people(List.of(Map.of()), 1);
        String campaign = field.campaign(called, field.settings("NONE"));
        String id = field.cases(campaign).getFirst().path("id").asText();

        JsonNode refused = field.manager()
                .post(field.center().path() + "/cases/" + id + "/moves", Map.of("to", "REMEDY_SENT"))
                .expect(409)
                .body();

        assertThat(refused.path("type").asText()).endsWith("case-move");
        assertThat(refused.path("detail").asText()).contains("NOTIFIED", "REMEDY_SENT", "PICKUP_BOOKED");
        field.manager()
                .post(
                        field.center().path() + "/cases/" + id + "/moves",
                        Map.of("to", "REFUSED", "note", "Mr Owner wants to keep it"))
                .expect(200);
        JsonNode moves = field.manager()
                .get(field.center().path() + "/cases/" + id)
                .expect(200)
                .body()
                .path("moves");
        assertThat(moves.get(0).path("to").asText()).isEqualTo("REFUSED");
        assertThat(moves.get(0).path("note").isNull())
                .as("who has no cleared seat reads no notes")
                .isTrue();
        field.move(campaign, "cancel");
    }

    @Test
    void aSeatWithoutClearanceMovesNobodysCase() {
        Field.Called called = field.people(List.of(Map.of()), 1);
        String campaign = field.campaign(called, field.settings("NONE"));
        String path = field.center().path() + "/cases/"
                + field.cases(campaign).getFirst().path("id").asText();

        for (String move : List.of("/moves", "/stop")) {
            JsonNode refused = agent(false)
                    .post(path + move, Map.of("to", "RESPONDED"))
                    .expect(403)
                    .body();
            assertThat(refused.path("detail").asText()).contains("not cleared");
        }
        assertThat(field.cases(campaign).getFirst().path("state").asText()).isEqualTo("NOTIFIED");
        agent(true).post(path + "/moves", Map.of("to", "RESPONDED")).expect(200);
        field.move(campaign, "cancel");
    }

    private Api agent(boolean cleared) {
        return DrillCenter.stream(field.center().get("/seats"))
                .filter(s -> s.path("personalData").asBoolean() == cleared
                        && !s.path("email").asText("").isEmpty())
                .map(s -> DrillCenter.person(s.path("email").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no seat with clearance " + cleared));
    }

    @Test
    void anAgentLooksFirstThenCallsAndIsConnected() {
        Field.Called called = field.people(List.of(Map.of("keys", List.of()), Map.of()), 1);
        String campaign = field.campaign(called, field.settings("PREVIEW"));
        field.move(campaign, "start");
        String email = field.center().agents().getFirst();
        var agent = DrillCenter.person(email);

        JsonNode first =
                agent.post(field.path(campaign) + "/previews", null).expect(200).body();
        assertThat(agent.post(field.path(campaign) + "/previews", null).body().path("attempt"))
                .as("the same until it is called or skipped")
                .isEqualTo(first.path("attempt"));
        agent.post(field.path(campaign) + "/previews/" + first.path("attempt").asText() + "/skip", null)
                .expect(204);
        JsonNode second =
                agent.post(field.path(campaign) + "/previews", null).expect(200).body();
        assertThat(second.path("attempt")).isNotEqualTo(first.path("attempt"));
        agent.post(field.path(campaign) + "/previews/" + second.path("attempt").asText() + "/start", null)
                .expect(202);

        field.awaitCalls(campaign, "PERSON", 1);
        assertThat(called.numbers().stream().mapToInt(field::carried).sum()).isEqualTo(1);
        assertThat(called.numbers().stream().map(field::heard).reduce("", String::concat))
                .contains("dialed");
        field.move(campaign, "complete");
    }

    @Test
    void aPackWithoutACampaignCollectsNothing() {
        DrillCenter breach = DrillCenter.declare("kadokawa-breach", Map.of("profile", "standby"));

        JsonNode refused = field.manager()
                .post(breach.path() + "/campaigns", Map.of("name", "x", "audience", UUID.randomUUID()))
                .expect(409)
                .body();

        assertThat(refused.path("type").asText()).endsWith("nothing-to-collect");
    }

    private List<CallAttempt> claimAll(String campaign, int count) {
        Campaign found = campaigns.find(UUID.fromString(campaign)).orElseThrow();
        var voice = voices.voice(found.centerId()).orElseThrow();
        return IntStream.range(0, count)
                .mapToObj(i -> list.preview(found, voice, "agent " + i, null).orElseThrow())
                .toList();
    }

    private static void behave(Map<String, ?> change) {
        var manager = DrillCenter.as("crisis-manager");
        var now = manager.get("/api/drill/carrier/behaviour")
                .expect(200)
                .body()
                .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
        change.forEach((name, value) -> now.set(name, Json.tree(value)));
        manager.put("/api/drill/carrier/behaviour", now).expect(200);
    }

    private JsonNode of(List<JsonNode> all, Field.Called called, int person) {
        return all.stream()
                .filter(c -> c.path("recipientId")
                        .asText()
                        .equals(called.recipients().get(person).toString()))
                .findFirst()
                .orElseThrow();
    }

    private String state(List<JsonNode> all, Field.Called called, int person) {
        return of(all, called, person).path("state").asText();
    }

    @Test
    void forgedWebhooksAreRefused() {
        assertThat(new io.tocsin.stack.Api(TestStack.get().plan().appUrl(), null)
                        .post(CallPaths.PREFIX + UUID.randomUUID() + "/answer", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
