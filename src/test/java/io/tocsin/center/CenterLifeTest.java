package io.tocsin.center;

import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole life of centers, as people live it: through the API, on the real stack. */
@TocsinTest
class CenterLifeTest {
    @BeforeEach
    void people() {
        DrillCenter.roster(14);
    }

    @ParameterizedTest
    @CsvSource({
        "galaxy-note7,   en, incidentReports, 0",
        "kadokawa-breach, ja, peopleCount,     0",
        "noto-hotline,   ja, whoCanUse,       0",
    })
    void everyPackIsStoodUpAnswersAndLeavesNothing(String scenario, String language, String fact, String key) {
        DrillCenter center = DrillCenter.declare(scenario, Map.of("profile", "small", "seats", 4));

        JsonNode plan = center.get("/plan");
        assertThat(stream(plan.path("items"))
                        .map(i -> i.path("change").asText())
                        .distinct())
                .as("before the launch there is only something to create")
                .containsExactly("CREATE");
        center.launch().awaitPhase("READY").signIn();
        assertThat(stream(center.get("/plan").path("items"))
                        .map(i -> i.path("change").asText())
                        .distinct())
                .as("after the launch there is nothing left to do")
                .containsExactly("KEEP");
        assertThat(center.resources("notice")).as("notices").isNotEmpty();

        JsonNode gate = center.get("/gate");
        assertThat(stream(gate.path("checks"))
                        .filter(c -> !c.path("holds").asBoolean())
                        .map(JsonNode::toString))
                .as("failed checks of the gate")
                .isEmpty();
        center.open();
        assertThat(center.phase()).isEqualTo("OPEN");

        JsonNode call = center.call(language, List.of(language.equals("en") ? "1" : "2", key));
        assertThat(call.path("answeredBy").asText(""))
                .as("who answered: %s", call)
                .isNotEmpty();

        revise(center, fact);

        JsonNode certificate = center.close();
        assertThat(certificate.path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
        assertThat(certificate.path("leftInLedger")).isEmpty();
        assertThat(certificate.path("leftAtVendors")).isEmpty();
        assertThat(certificate.path("inventoryTrouble")).isEmpty();
        assertThat(stream(certificate.path("numbers"))
                        .map(n -> n.path("state").asText())
                        .distinct())
                .as("a number that callers know is never given up at once")
                .containsExactly("QUARANTINED");
        journalTellsTheWholeLife(center);
    }

    private static void revise(DrillCenter center, String fact) {
        ObjectNode facts = center.currentFacts();
        if (facts.path(fact).isNumber()) {
            facts.put(fact, facts.path(fact).asInt() + 1);
        } else {
            facts.set(
                    fact, facts.objectNode().put("en", "Everyone who needs it.").put("ja", "必要な方はどなたでもご利用いただけます。"));
        }
        JsonNode revised = center.edit("PUT", "/facts", Map.of("facts", facts, "note", "newer figures"))
                .expect(200)
                .body();
        assertThat(revised.path("stale")).as("what became stale by %s", fact).isNotEmpty();
        center.awaitAllReady();
        assertThat(center.get("/stale")).as("stale after republishing").isEmpty();
        assertThat(center.get("").path("liveFacts").asInt()).isEqualTo(2);
        assertThat(center.get("/facts/versions")).hasSize(2);
    }

    private static void journalTellsTheWholeLife(DrillCenter center) {
        List<JsonNode> journal = stream(center.get("/journal")).toList();
        assertThat(journal.stream().map(e -> e.path("code").asText()))
                .containsSubsequence(
                        "center.declared",
                        "center.launched",
                        "center.ready",
                        "center.opened",
                        "center.facts-revised",
                        "center.draining",
                        "center.tearing-down",
                        "center.closed");
        assertThat(journal).allSatisfy(entry -> {
            assertThat(entry.path("actor").asText()).as("who: %s", entry).isNotBlank();
            assertThat(entry.path("at").asText()).as("when: %s", entry).isNotBlank();
            assertThat(entry.path("said").path("ja").asText())
                    .as("in Japanese: %s", entry)
                    .isNotBlank();
        });
        assertThat(actorOf(journal, "center.launched")).isEqualTo("crisis-manager@drill.example");
        assertThat(actorOf(journal, "center.tearing-down")).isEqualTo("ops@drill.example");
        assertThat(actorOf(journal, "center.closed")).isEqualTo("tocsin");
    }

    private static String actorOf(List<JsonNode> journal, String code) {
        return journal.stream()
                .filter(e -> e.path("code").asText().equals(code))
                .map(e -> e.path("actor").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStandbyCenterIsActivatedGrowsAndShrinksWhileOpen() {
        DrillCenter center = DrillCenter.declare("noto-hotline", Map.of("profile", "standby"));
        center.launch().awaitAllReady();
        assertThat(center.phase()).isEqualTo("STANDBY");
        assertThat(center.resources("phone-number")).hasSize(1);
        assertThat(center.resources("seat-identity")).isEmpty();
        String number = center.number();

        center.edit("PUT", "/capacity", Map.of("profile", "small", "seats", 3)).expect(202);
        center.awaitPhase("READY").signIn();
        assertThat(center.number()).as("activation keeps the number").isEqualTo(number);
        center.open();

        Map<String, Object> surge = Map.of("profile", "small", "numbers", Map.of("main", 2), "seats", 5);
        JsonNode preview = as("crisis-manager")
                .post(center.path() + "/plan", surge)
                .expect(200)
                .body();
        assertThat(preview.path("counts").path("CREATE").asInt())
                .as("a number, two log-ins, two workers, two invitations: %s", preview.path("counts"))
                .isGreaterThanOrEqualTo(7);
        center.edit("PUT", "/capacity", surge).expect(202);
        center.awaitAllReady();
        assertThat(center.phase()).as("a surge does not close the lines").isEqualTo("OPEN");
        assertThat(wanted(center, "phone-number")).isEqualTo(2);
        assertThat(wanted(center, "seat-identity")).isEqualTo(5);
        assertThat(center.call("ja", List.of("2", "0")).path("answeredBy").asText(""))
                .isNotEmpty();

        center.edit("PUT", "/capacity", Map.of("profile", "small", "seats", 3)).expect(202);
        center.awaitResource("number/main-2", "REMOVED");
        assertThat(wanted(center, "phone-number")).isEqualTo(1);
        assertThat(wanted(center, "seat-identity")).isEqualTo(3);
        assertThat(center.phase()).isEqualTo("OPEN");

        assertThat(center.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
    }

    private static long wanted(DrillCenter center, String kind) {
        return center.resources(kind).stream()
                .filter(r -> r.path("wanted").asBoolean())
                .count();
    }

    @Test
    void aSizeThatNeedsNothingNewIsReadyAtOnce() {
        Map<String, ?> small = Map.of("profile", "small", "seats", 1);
        DrillCenter center = DrillCenter.declare("galaxy-note7", small).launch().awaitPhase("READY");
        center.awaitAllReady();

        center.edit("PUT", "/capacity", small).expect(202);

        assertThat(center.phase()).isEqualTo("READY");
        center.close();
    }

    @Test
    void aReviserMayHoldThePublicationBackAndIsToldWhatIsStaleMeanwhile() {
        DrillCenter center = DrillCenter.declare("galaxy-note7", Map.of("profile", "standby"));
        center.launch().awaitAllReady();
        ObjectNode facts = center.currentFacts();
        facts.put("incidentReports", 112);

        center.edit("PUT", "/facts", Map.of("facts", facts, "note", "112 now", "republish", false))
                .expect(200);

        JsonNode stale = center.get("/stale");
        assertThat(stream(stale).map(s -> s.path("what").asText())).anyMatch(what -> what.startsWith("notices/"));
        assertThat(stream(stale).map(s -> s.path("facts").toString())).allMatch(f -> f.contains("incidentReports"));
        assertThat(stream(center.get("/plan").path("items"))
                        .map(i -> i.path("change").asText())
                        .distinct())
                .as("nothing goes out by itself")
                .containsExactly("KEEP");

        center.edit("POST", "/republish", null).expect(202);
        center.awaitAllReady();
        assertThat(center.get("/stale")).isEmpty();
        center.close();
    }

    @Test
    void theGateNamesWhatIsMissingAndACrisisManagerMayOverrideItOnTheRecord() {
        Map<String, Object> declaration =
                DrillCenter.declaration("galaxy-note7", Map.of("profile", "small", "seats", 3));
        ObjectNode facts = ((JsonNode) declaration.get("facts")).deepCopy();
        facts.remove("hazard");
        declaration.put("facts", facts);
        DrillCenter center = DrillCenter.declare(declaration).launch().awaitPhase("READY");

        JsonNode refused = center.edit("POST", "/open", null).expect(409).body();
        List<String> fields = stream(refused.path("violations"))
                .map(v -> v.path("field").asText())
                .distinct()
                .toList();
        assertThat(refused.path("type").asText()).endsWith("gate-closed");
        assertThat(fields).as("all at once").contains("gate.facts", "gate.seats");
        assertThat(center.phase()).isEqualTo("READY");

        as("crisis-manager")
                .post(center.path() + "/gate/overrides", Map.of("check", "facts"))
                .expect(422);
        for (String field : fields) {
            as("crisis-manager")
                    .post(
                            center.path() + "/gate/overrides",
                            Map.of("check", field.substring("gate.".length()), "reason", "every minute counts"))
                    .expect(200);
        }
        center.open();

        assertThat(stream(center.get("/journal"))
                        .filter(e -> e.path("code").asText().equals("gate.overridden")))
                .hasSize(fields.size())
                .allSatisfy(e ->
                        assertThat(e.path("details").path("reason").asText()).isEqualTo("every minute counts"));
        assertThat(stream(center.get("/journal"))
                        .filter(e -> e.path("code").asText().equals("center.opened"))
                        .map(e -> e.path("details").path("overridden").toString())
                        .findFirst()
                        .orElseThrow())
                .contains("facts", "seats");
        center.close();
    }
}
