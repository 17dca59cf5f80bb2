package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A center of a test, reached as people reach it: through the API, with real tokens. */
public final class DrillCenter {
    public static final Duration SOON = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final String SKILLS = "recall;returns;harm;breach;disaster;consumer-law";

    private final UUID id;

    private DrillCenter(UUID id) {
        this.id = id;
    }

    public static Api as(String role) {
        return new Api(
                TestStack.get().plan().appUrl(), () -> TestStack.get().people().tokenOf(role));
    }

    /** As the person with this e-mail address. */
    public static Api person(String email) {
        return new Api(
                TestStack.get().plan().appUrl(), () -> TestStack.get().people().token(email));
    }

    /** A roster of people who can do everything; importing it again changes nothing. */
    public static void roster(int people) {
        StringBuilder csv = new StringBuilder(
                "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n");
        for (int i = 1; i <= people; i++) {
            csv.append(
                    "Drill Person %02d,seat%02d@people.example,+1202555%04d,en;ja,%s,headquarters,employee,yes,product-recall;data-breach;disaster,yes%n"
                            .formatted(i, i, 100 + i, SKILLS));
        }
        as("ops").csv("/api/roster", csv.toString()).expect(200);
    }

    public static JsonNode facts(String scenario) {
        return scenarioFile(scenario, "facts.json");
    }

    private static JsonNode scenarioFile(String scenario, String file) {
        try {
            return JSON.readTree(Files.readString(SCENARIOS.resolve(scenario).resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a crisis manager would send for a scenario, to be changed by a test as it likes. */
    public static Map<String, Object> declaration(String scenario, Map<String, ?> capacity) {
        JsonNode center = scenarioFile(scenario, "center.json");
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("name", scenario);
        declaration.put(
                "organization",
                center.path("organization")
                        .path(center.path("languages").get(0).asText())
                        .asText());
        declaration.put("pack", center.path("pack").asText());
        declaration.put("awareAt", Instant.now().minusSeconds(3600).toString());
        declaration.put("jurisdictions", center.path("jurisdictions"));
        declaration.put("country", center.path("country").asText());
        declaration.put("languages", center.path("languages"));
        declaration.put("mode", "DRILL");
        declaration.put("capacity", capacity);
        declaration.put("facts", facts(scenario));
        return declaration;
    }

    public static DrillCenter declare(String scenario, Map<String, ?> capacity) {
        return declare(declaration(scenario, capacity));
    }

    public static DrillCenter declare(Map<String, Object> declaration) {
        return new DrillCenter(UUID.fromString(as("crisis-manager")
                .post("/api/centers", declaration)
                .expect(201)
                .body()
                .path("id")
                .asText()));
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return "/api/centers/" + id;
    }

    public JsonNode get(String below) {
        return as("crisis-manager").get(path() + below).expect(200).body();
    }

    /** An edit by the crisis manager, of what was just read. */
    public Api.Answer edit(String method, String below, Object body) {
        return as("crisis-manager").edit(method, path(), path() + below, body);
    }

    public DrillCenter launch() {
        edit("POST", "/launch", null).expect(202);
        return this;
    }

    public DrillCenter awaitPhase(String phase) {
        CenterWait.phase(as("ops"), path(), phase, SOON);
        return this;
    }

    public DrillCenter awaitAllReady() {
        CenterWait.allReady(as("ops"), path(), SOON);
        return this;
    }

    public String phase() {
        return as("ops").get(path()).expect(200).body().path("phase").asText();
    }

    public List<JsonNode> resources(String kind) {
        return stream(as("ops").get(path() + "/resources").expect(200).body())
                .filter(r -> r.path("kind").asText().equals(kind))
                .toList();
    }

    public JsonNode resource(String name) {
        return stream(as("ops").get(path() + "/resources").expect(200).body())
                .filter(r -> r.path("key").path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the center has no resource " + name));
    }

    /** Waits until a resource is in a state. */
    public JsonNode awaitResource(String name, String state) {
        return CenterWait.until(name + " is " + state, SOON, () -> {
            JsonNode resource = resource(name);
            return resource.path("state").asText().equals(state) ? resource : null;
        });
    }

    /** E-mail addresses of those who have a seat. */
    public List<String> agents() {
        return stream(get("/seats"))
                .map(s -> s.path("email").asText(""))
                .filter(e -> !e.isEmpty())
                .toList();
    }

    /** Everybody does the first log-in and takes the seat; their simulated phones answer by themselves. */
    public DrillCenter signIn() {
        awaitAllReady();
        agents().forEach(email -> {
            TestStack.get().people().finishFirstLogin(email);
            person(email)
                    .post(
                            path() + "/desk/check-in",
                            Map.of("rulesAcknowledged", true, "afterCallWork", false, "phoneByHand", false))
                    .expect(200);
        });
        return this;
    }

    public DrillCenter open() {
        edit("POST", "/open", null).expect(200);
        return this;
    }

    public String number() {
        return resources("phone-number")
                .get(0)
                .path("outputs")
                .path("phoneNumber")
                .asText();
    }

    /** The transcript of a simulated call, after its end. */
    public JsonNode call(String language, List<String> keys) {
        Api manager = as("crisis-manager");
        String call = manager.post("/api/drill/calls", Map.of("to", number(), "keys", keys, "language", language))
                .expect(201)
                .body()
                .path("id")
                .asText();
        return CenterWait.until("the call ends", SOON, () -> {
            JsonNode transcript =
                    manager.get("/api/drill/calls/" + call).expect(200).body();
            return transcript.path("status").asText().equals("completed") ? transcript : null;
        });
    }

    /** Drains where open, exports the evidence, tears down and returns the certificate. */
    public JsonNode close() {
        if (phase().equals("OPEN")) {
            edit("POST", "/drain", null).expect(200);
        }
        Api ops = as("ops");
        ops.post(path() + "/evidence", null).expect(201);
        ops.edit("POST", path(), path() + "/teardown", null).expect(202);
        awaitPhase("CLOSED");
        return ops.get(path() + "/certificate").expect(200).body();
    }

    public ObjectNode currentFacts() {
        return get("/facts").path("facts").deepCopy();
    }

    public static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
