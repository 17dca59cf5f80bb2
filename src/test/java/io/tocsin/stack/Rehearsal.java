package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A small open drill center that stays after the demo, with one seat for whoever wants to answer a call. */
final class Rehearsal {
    private static final String NAME = "Rehearsal: answer a call yourself";

    private final Stack stack;
    private final App app;
    private final Api manager;

    Rehearsal(Stack stack, App app) {
        this.stack = stack;
        this.app = app;
        this.manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
    }

    /** Who may sit down. */
    record Invitation(String email, String password) {}

    /** The center of an earlier demo where it is still open. */
    Invitation ready() throws IOException {
        String center = standing().orElseGet(this::open);
        String email = manager.get(center + "/seats")
                .expect(200)
                .body()
                .get(0)
                .path("email")
                .asText();
        stack.people().finishFirstLogin(email);
        return new Invitation(email, stack.people().password(email));
    }

    private Optional<String> standing() {
        JsonNode centers = manager.get("/api/centers").expect(200).body();
        return StreamSupport.stream(centers.path("centers").spliterator(), false)
                .filter(c -> c.path("name").asText().equals(NAME)
                        && c.path("phase").asText().equals("OPEN"))
                .map(c -> "/api/centers/" + c.path("id").asText())
                .findFirst();
    }

    private String open() {
        String center = manager.post("/api/centers", declaration(), "Idempotency-Key", "rehearsal-" + System.nanoTime())
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
        manager.edit("POST", center, center + "/launch", null).expect(202);
        CenterWait.phase(manager, center, "READY", Duration.ofSeconds(60));
        CenterWait.allReady(manager, center, Duration.ofSeconds(60));
        manager.post(
                        center + "/gate/overrides",
                        Map.of("check", "seats", "reason", "whoever tries the desk checks in by themselves"))
                .expect(200);
        manager.edit("POST", center, center + "/open", null).expect(200);
        manager.put(center + "/members/supervisor@drill.example", null).expect(204);
        return center;
    }

    private static Map<String, Object> declaration() {
        Map<String, Object> body = Note7.declaration(
                Note7.ORGANIZATION, Instant.now().minusSeconds(3600), Map.of("profile", "small", "seats", 1));
        body.put("name", NAME);
        body.put("languages", List.of("en", "ja"));
        return body;
    }
}
