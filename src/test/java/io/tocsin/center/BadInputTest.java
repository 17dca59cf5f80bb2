package io.tocsin.center;

import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong because of what a person sent, or because of the carrier, has a clear answer. */
@TocsinTest
class BadInputTest {
    private static final Map<String, ?> STANDBY = Map.of("profile", "standby");
    private static final String CENTERS = "/api/centers";

    private final Api manager = as("crisis-manager");

    @BeforeEach
    void people() {
        DrillCenter.roster(14);
    }

    @AfterEach
    void aGoodDayForTheCarrier() {
        as("ops").delete("/api/drill/carrier/behaviour").expect(200);
    }

    @Test
    void everythingWrongWithADeclarationIsSaidAtOnceInBothLanguages() {
        Map<String, Object> declared = Map.of(
                "pack", "volcano",
                "awareAt", "2999-01-01T00:00:00Z",
                "jurisdictions", List.of("US", "Atlantis"),
                "country", "XX",
                "capacity", Map.of("profile", "huge"));

        JsonNode english = manager.post(CENTERS, declared).expect(422).body();
        JsonNode japanese = manager.post(CENTERS, declared, "Accept-Language", "ja")
                .expect(422)
                .body();

        assertThat(fields(english)).contains("organization", "pack", "awareAt", "mode", "jurisdictions", "country");
        assertThat(english.path("violations").toString()).contains("'Atlantis' is no country code");
        assertThat(fields(japanese)).isEqualTo(fields(english));
        assertThat(japanese.path("violations").toString()).contains("「Atlantis」は国コードではありません");
        assertThat(japanese.path("title").asText()).isEqualTo("入力内容に誤りがあります");
        assertThat(english.path("type").asText()).isEqualTo("urn:tocsin:problem:declaration-invalid");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        Map<String, Object> declared = new HashMap<>(DrillCenter.declaration("noto-hotline", STANDBY));
        declared.put("awareAt", "yesterday");

        JsonNode answer = manager.post(CENTERS, declared).expect(400).body();

        assertThat(answer.path("type").asText()).endsWith("unreadable");
        assertThat(fields(answer)).contains("awareAt");
        assertThat(manager.post(CENTERS, null).status()).as("nothing sent").isBetween(400, 422);
        assertThat(manager.post(CENTERS, List.of())
                        .expect(400)
                        .body()
                        .path("type")
                        .asText())
                .endsWith("unreadable");
    }

    @Test
    void requestsWithoutTheirBodyAreRefusedNotBroken() {
        DrillCenter center = DrillCenter.declare("noto-hotline", STANDBY);

        assertThat(manager.post(center.path() + "/gate/overrides", null).status())
                .isEqualTo(422);
        assertThat(center.edit("PUT", "/facts", null).status()).isEqualTo(422);
        assertThat(center.edit("PUT", "/capacity", null).status()).isEqualTo(422);
        assertThat(manager.get(center.path() + "/gate").status())
                .as("not launched")
                .isEqualTo(409);
        assertThat(manager.get(CENTERS + "/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void aRepeatedDeclarationMakesOneCenterAndGetsTheSameAnswer() throws Exception {
        Map<String, Object> declared = DrillCenter.declaration("noto-hotline", STANDBY);
        String key = "key-" + UUID.randomUUID();
        List<Api.Answer> answers = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Api.Answer> post = () -> as("crisis-manager").post(CENTERS, declared, "Idempotency-Key", key);
            for (Future<Api.Answer> answer : pool.invokeAll(Collections.nCopies(8, post))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(201));
        assertThat(answers.stream().map(a -> a.body().toString()).distinct())
                .as("one answer")
                .hasSize(1);
        assertThat(answers.stream().map(Api.Answer::location).distinct())
                .as("one center")
                .hasSize(1);

        declared.put("name", "something else");
        JsonNode reused = manager.post(CENTERS, declared, "Idempotency-Key", key)
                .expect(409)
                .body();
        assertThat(reused.path("type").asText()).endsWith("idempotency-key-reused");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        DrillCenter center = DrillCenter.declare("noto-hotline", STANDBY);
        Map<String, ?> revision = Map.of("facts", center.currentFacts(), "note", "same");
        String etag = manager.get(center.path()).etag();

        assertThat(manager.put(center.path() + "/facts", revision).status()).isEqualTo(428);
        assertThat(manager.put(center.path() + "/facts", revision, "If-Match", etag)
                        .status())
                .isEqualTo(200);
        JsonNode old = manager.put(center.path() + "/facts", revision, "If-Match", etag)
                .expect(412)
                .body();

        assertThat(old.path("type").asText()).endsWith("version-old");
        assertThat(manager.post(center.path() + "/launch", null).status()).isEqualTo(428);
    }

    @Test
    void factsOfTheWrongKindAreAllNamed() {
        DrillCenter center = DrillCenter.declare("galaxy-note7", STANDBY);
        var facts = center.currentFacts();
        facts.put("unitsCount", "many");
        facts.put("recallStart", "soon");
        facts.put("colour", "blue");

        JsonNode answer =
                center.edit("PUT", "/facts", Map.of("facts", facts)).expect(422).body();

        assertThat(fields(answer)).anyMatch(f -> f.contains("unitsCount"));
        assertThat(fields(answer)).anyMatch(f -> f.contains("recallStart"));
        assertThat(fields(answer)).anyMatch(f -> f.contains("colour"));
        assertThat(center.get("/facts/versions")).as("nothing was saved").hasSize(1);
    }

    @Test
    void anEmptyStockIsSaidWithWhatToDoAndATryAgainWorksOnceThereIsOne() {
        as("ops")
                .put("/api/drill/carrier/behaviour", Map.of("emptyStock", List.of("FR")))
                .expect(200);
        Map<String, Object> declared = DrillCenter.declaration("galaxy-note7", STANDBY);
        declared.put("country", "FR");
        DrillCenter center = DrillCenter.declare(declared).launch();

        JsonNode stuck = center.awaitResource("number/main-1", "STUCK");

        assertThat(stuck.path("reason").path("en").asText()).isNotBlank();
        assertThat(stuck.path("reason").path("ja").asText()).isNotBlank();
        assertThat(stuck.path("whatToDo").path("en").asText()).isNotBlank();
        assertThat(stream(center.get("/progress").path("stuck"))
                        .map(r -> r.path("key").path("name").asText()))
                .containsExactly("number/main-1");
        as("ops").delete("/api/drill/carrier/behaviour").expect(200);
        manager.post(center.path() + "/resources/number/main-1/retry", null).expect(200);
        center.awaitAllReady();
        center.close();
    }

    @Test
    void aCenterThatNeverCameUpOrWasNeverLaunchedIsTakenDownAllTheSame() {
        as("ops")
                .put("/api/drill/carrier/behaviour", Map.of("emptyStock", List.of("FR")))
                .expect(200);
        Map<String, Object> declared = DrillCenter.declaration("galaxy-note7", STANDBY);
        declared.put("country", "FR");
        DrillCenter stuck = DrillCenter.declare(declared).launch();
        stuck.awaitResource("number/main-1", "STUCK");
        DrillCenter mistake = DrillCenter.declare("noto-hotline", STANDBY);

        assertThat(stuck.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
        assertThat(mistake.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
    }

    @Test
    void aBadDayOfTheCarrierOnlyTakesLonger() {
        as("ops")
                .put("/api/drill/carrier/behaviour", Map.of("failureRate", 0.2))
                .expect(200);

        DrillCenter center =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();

        as("ops").delete("/api/drill/carrier/behaviour").expect(200);
        assertThat(center.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
    }

    @Test
    void aLiveCenterRefusesToLaunchWithoutCredentials() {
        Map<String, Object> declared = DrillCenter.declaration("noto-hotline", STANDBY);
        declared.put("mode", "LIVE");
        DrillCenter center = DrillCenter.declare(declared);

        JsonNode refused = center.edit("POST", "/launch", null).expect(409).body();

        assertThat(refused.path("type").asText()).endsWith("carrier-account-missing");
        assertThat(refused.path("detail").asText()).contains("tocsin.twilio.live.account-sid");
        assertThat(center.phase()).isEqualTo("DECLARED");
    }

    @Test
    void onlyWhatWaitsForAPersonCanBeTriedAgain() {
        DrillCenter center =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();

        assertThat(problem(manager.post(center.path() + "/resources/number/main-1/retry", null), 409))
                .endsWith("nothing-to-retry");
        assertThat(problem(manager.post(center.path() + "/resources/nothing/retry", null), 409))
                .endsWith("nothing-to-retry");
        center.close();
    }

    @Test
    void aTeardownIsRefusedWhileOpenAndWithoutEvidence() {
        DrillCenter center = DrillCenter.declare("noto-hotline", Map.of("profile", "small", "seats", 2))
                .launch()
                .awaitPhase("READY")
                .signIn()
                .open();
        as("ops").post(center.path() + "/evidence", null).expect(201);

        assertThat(problem(as("ops").edit("POST", center.path(), center.path() + "/teardown", null), 409))
                .endsWith("teardown-blocked");
        assertThat(center.get("/teardown").path("blockers").toString()).contains("Drain it first");
        assertThat(center.phase()).isEqualTo("OPEN");

        center.edit("POST", "/drain", null).expect(200);
        JsonNode plan = center.get("/teardown");
        assertThat(plan.path("blockers").toString())
                .as("what was exported before the drain is not the whole story")
                .contains("Export the evidence");
        assertThat(problem(as("ops").edit("POST", center.path(), center.path() + "/teardown", null), 409))
                .endsWith("teardown-blocked");
        assertThat(center.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
        assertThat(center.edit("POST", "/launch", null).status())
                .as("what is closed stays closed")
                .isEqualTo(409);
        assertThat(center.edit("PUT", "/facts", Map.of("facts", center.currentFacts()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aHoldIsSaidInTheDryRunAndKeepsTheNumber() {
        DrillCenter center =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();
        String inventoryId = center.resource("number/main-1")
                .path("outputs")
                .path("inventoryId")
                .asText();
        as("ops")
                .post("/api/numbers/" + inventoryId + "/holds", Map.of("reason", "court order 17"))
                .expect(201);

        String steps = center.get("/teardown").path("steps").toString();
        center.close();

        assertThat(steps).contains("court order 17");
        String number = center.number();
        assertThat(problem(
                        as("ops")
                                .post(
                                        "/api/numbers/" + inventoryId + "/release",
                                        Map.of("reason", "no longer needed", "number", number)),
                        409))
                .isNotBlank();
    }

    @Test
    void strangersAreTurnedAway() {
        DrillCenter center = DrillCenter.declare("noto-hotline", STANDBY);
        TestStack.get().people().create("other-manager@drill.example", "crisis-manager");
        Api nobody = new Api(TestStack.get().plan().appUrl(), null);
        Api forged = new Api(TestStack.get().plan().appUrl(), () -> "eyJhbGciOiJub25lIn0.e30.");

        assertThat(problem(nobody.get(center.path()), 401)).endsWith("not-logged-in");
        assertThat(problem(forged.get(center.path()), 401)).endsWith("not-logged-in");
        assertThat(as("agent").get(center.path()).status())
                .as("an agent of no center")
                .isEqualTo(404);
        assertThat(DrillCenter.person("other-manager@drill.example")
                        .get(center.path())
                        .status())
                .isEqualTo(404);
        assertThat(DrillCenter.person("other-manager@drill.example")
                        .post(center.path() + "/launch", null, "If-Match", "*")
                        .status())
                .isEqualTo(404);
        assertThat(problem(as("auditor").post(CENTERS, DrillCenter.declaration("noto-hotline", STANDBY)), 403))
                .endsWith("forbidden");
        assertThat(stream(DrillCenter.person("other-manager@drill.example")
                                .get(CENTERS)
                                .expect(200)
                                .body()
                                .path("centers"))
                        .map(c -> c.path("id").asText()))
                .doesNotContain(center.id().toString());
    }

    private static String problem(Api.Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText())
                .as("says what to do: %s", answer.body())
                .isNotBlank();
        return answer.body().path("type").asText();
    }

    private static List<String> fields(JsonNode problem) {
        return stream(problem.path("violations"))
                .map(v -> v.path("field").asText())
                .toList();
    }
}
