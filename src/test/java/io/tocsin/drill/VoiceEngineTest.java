package io.tocsin.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Simulated calls against small scripts. */
@TocsinTest
class VoiceEngineTest {
    @Inject
    DrillDesk desk;

    @Inject
    Things things;

    @Inject
    TaskRouterApi taskRouter;

    @Inject
    Clock clock;

    @ConfigProperty(name = "tocsin.twilio.drill.auth-token")
    String token;

    private ScriptServer scripts;
    private String number;

    @BeforeEach
    void open() {
        desk.reset();
        scripts = new ScriptServer(token).on("/ended", "");
        number = "+999" + System.nanoTime() % 1_000_000_000L;
        ObjectNode doc = Json.object(Map.of(
                "phone_number", number,
                "voice_url", scripts.url("/voice"),
                "voice_fallback_url", scripts.url("/fallback"),
                "status_callback", scripts.url("/ended")));
        things.add(new Thing(
                Sids.next(Thing.Kind.NUMBER), Thing.Kind.NUMBER, "", number, number, "", 0, doc, clock.instant()));
    }

    @AfterEach
    void close() {
        scripts.close();
        things.list(Thing.Kind.NUMBER, "", null, number, 0, 1).forEach(held -> things.remove(held.sid()));
    }

    @Test
    void silenceFallsThroughAndTheWrongKeyIsPassedOn() {
        scripts.on("/voice", """
                <Response><Gather numDigits="1" action="/key"><Say>Press one</Say></Gather>
                <Gather numDigits="1" action="/key"><Say>Press one, please</Say></Gather><Say>Bye</Say></Response>""");
        scripts.on("/key", fields -> "<Response><Say>You pressed " + fields.get("Digits") + "</Say></Response>");

        JsonNode silent = over(desk.dial(number, ""));
        assertThat(kinds(silent))
                .containsExactly("webhook", "said", "silent", "said", "silent", "said", "hung-up", "ended");

        JsonNode wrong = over(desk.dial(number, "", "silence", "9"));
        assertThat(texts(wrong)).containsExactly("Press one", "Press one, please", "You pressed 9");
        assertThat(scripts.asked("/key").getFirst().fields()).containsEntry("Digits", "9");
    }

    @Test
    void timeRunsFasterThanLife() {
        desk.behave("speed", 100);
        scripts.on("/voice", "<Response><Pause length=\"60\"/></Response>");
        JsonNode call = over(desk.dial(number, ""));
        long lastedMs = call.path("steps")
                .path(call.path("steps").size() - 1)
                .path("atMs")
                .asLong();
        assertThat(lastedMs).isBetween(550L, 5_000L);
    }

    @Test
    void aBrokenScriptFallsBackWithTheReason() {
        scripts.on("/voice", "not a document");
        scripts.on("/fallback", "<Response><Say>Please call later</Say></Response>");
        JsonNode broken = over(desk.dial(number, ""));
        assertThat(texts(broken)).containsExactly("Please call later");
        assertThat(scripts.asked("/fallback").getFirst().fields())
                .containsEntry("ErrorCode", "12100")
                .containsEntry("ErrorUrl", scripts.url("/voice"));

        scripts.on("/fallback", "neither");
        JsonNode lost = over(desk.dial(number, ""));
        assertThat(lost.path("status").asText()).isEqualTo("failed");
        await().atMost(Duration.ofSeconds(5)).until(() -> scripts.asked("/ended").stream()
                .anyMatch(asked -> asked.fields().get("CallStatus").equals("failed")));
    }

    @Test
    void everyWebhookIsSignedAndCarriesTheCall() {
        scripts.on("/voice", """
                <Response><Redirect>/next</Redirect></Response>""");
        scripts.on("/next", "<Response><Hangup/></Response>");
        String call = desk.dial(number, "");
        over(call);
        assertThat(scripts.asked("/next").getFirst().signed()).isTrue();
        assertThat(scripts.asked("/next").getFirst().fields())
                .containsEntry("CallSid", call)
                .containsEntry("To", number)
                .containsEntry("Direction", "inbound")
                .containsEntry("CallStatus", "in-progress");
    }

    @Test
    void aMessageLeftIsRecorded() {
        scripts.on("/voice", "<Response><Record action=\"/left\" maxLength=\"30\"/></Response>");
        scripts.on("/left", "<Response><Say>Thank you</Say></Response>");
        JsonNode call = over(desk.dial(number, ""));
        assertThat(kinds(call)).contains("recorded");
        assertThat(scripts.asked("/left").getFirst().fields()).containsKey("RecordingUrl");
    }

    @Test
    void anEndlessLoopOfDocumentsIsBrokenOff() {
        scripts.on("/voice", "<Response><Redirect/></Response>");
        JsonNode call = over(desk.dial(number, ""));
        assertThat(call.path("status").asText()).isEqualTo("failed");
    }

    @Test
    void theImpatientHangUpAndTheirTaskGoes() {
        Routing routing = new Routing("1==1");
        scripts.on(
                "/voice",
                "<Response><Enqueue workflowSid=\"%s\" waitUrl=\"/wait\"/></Response>".formatted(routing.workflow));
        scripts.on("/wait", "<Response><Say>Hold</Say><Pause length=\"30\"/></Response>");
        JsonNode call = over(desk.dialImpatiently(number, 40));
        assertThat(last(call, "hung-up").path("details").path("by").asText()).isEqualTo("caller");
        assertThat(scripts.asked("/wait").getFirst().fields())
                .containsEntry("QueuePosition", "1")
                .containsEntry("CurrentQueueSize", "1");
        assertThat(things.all(Thing.Kind.TASK, routing.workspace))
                .allMatch(task -> task.state().equals("canceled"));
    }

    @Test
    void whoeverDoesNotAnswerIsPassedOverForTheNext() {
        Routing routing = new Routing("skills HAS 'recall'");
        String first = routing.worker("a", "{\"skills\":[\"recall\"],\"contact_uri\":\"sip:absent@drill.example\"}");
        String unskilled = routing.worker("b", "{\"skills\":[],\"contact_uri\":\"sip:b@drill.example\"}");
        desk.phone("sip:absent@drill.example", new Phone(false, 0, 0.1, false, false, List.of(), null, false));
        AtomicInteger offers = new AtomicInteger();
        scripts.on(
                "/voice",
                "<Response><Enqueue workflowSid=\"%s\" waitUrl=\"/wait\" action=\"/after\"/></Response>"
                        .formatted(routing.workflow));
        scripts.on("/wait", "<Response><Pause length=\"20\"/></Response>");
        scripts.on("/after", "<Response><Say>Bye</Say></Response>");
        scripts.on("/assignment", fields -> {
            if (offers.incrementAndGet() == 1) {
                routing.worker("c", "{\"skills\":[\"recall\"],\"contact_uri\":\"sip:present@drill.example\"}");
            }
            return "{\"instruction\":\"dequeue\",\"timeout\":5}";
        });
        desk.phone("sip:present@drill.example", 20, 0.1);

        JsonNode call = over(desk.dial(number, ""));

        assertThat(call.path("answeredBy").asText()).as(call.toPrettyString()).isEqualTo("c");
        assertThat(scripts.asked("/assignment"))
                .extracting(asked -> asked.fields().get("WorkerSid"))
                .startsWith(first)
                .doesNotContain(unskilled);
        assertThat(things.get(Thing.Kind.WORKER, first)
                        .orElseThrow()
                        .doc()
                        .path("activity_name")
                        .asText())
                .isEqualTo("Offline");
        assertThat(things.all(Thing.Kind.TASK, routing.workspace))
                .allMatch(task -> task.state().equals("completed"));
        assertThat(things.all(Thing.Kind.WORKER, routing.workspace))
                .allMatch(worker -> worker.state().equals("idle"));
    }

    @Test
    void aTaskMovesOnToTheNextQueueWhenItsTimeHasPassed() {
        Routing routing = new Routing("skills HAS 'expert'");
        routing.overflow();
        routing.worker("d", "{\"skills\":[],\"contact_uri\":\"sip:anyone@drill.example\"}");
        desk.phone("sip:anyone@drill.example", 20, 0.1);
        scripts.on(
                "/voice",
                "<Response><Enqueue workflowSid=\"%s\" waitUrl=\"/wait\"/></Response>".formatted(routing.workflow));
        scripts.on("/wait", "<Response><Pause length=\"20\"/></Response>");
        scripts.on("/assignment", "{\"instruction\":\"dequeue\"}");
        assertThat(over(desk.dial(number, "")).path("answeredBy").asText()).isEqualTo("d");
    }

    /** A workspace with one queue and one workflow, made through the REST API. */
    private final class Routing {
        final String workspace;
        final String queue;
        String workflow;

        Routing(String targetWorkers) {
            workspace = post("Workspaces", Map.of("FriendlyName", "w" + System.nanoTime()));
            queue = post(at("TaskQueues"), Map.of("FriendlyName", "q", "TargetWorkers", targetWorkers));
            workflow = workflow("first", "{\"task_routing\":{\"default_filter\":{\"queue\":\"%s\"}}}".formatted(queue));
        }

        void overflow() {
            String all = post(at("TaskQueues"), Map.of("FriendlyName", "all", "TargetWorkers", "1==1"));
            workflow = workflow("overflow", """
                    {"task_routing":{"filters":[{"expression":"1==1","targets":[{"queue":"%s","timeout":10}]}],
                     "default_filter":{"queue":"%s"}}}""".formatted(queue, all));
        }

        private String workflow(String name, String configuration) {
            return post(
                    at("Workflows"),
                    Map.of(
                            "FriendlyName",
                            name,
                            "Configuration",
                            configuration,
                            "AssignmentCallbackUrl",
                            scripts.url("/assignment")));
        }

        String worker(String name, String attributes) {
            String available = things.list(Thing.Kind.ACTIVITY, workspace, "Available", null, 0, 1)
                    .getFirst()
                    .sid();
            return post(
                    at("Workers"), Map.of("FriendlyName", name, "Attributes", attributes, "ActivitySid", available));
        }

        private String at(String children) {
            return "Workspaces/" + workspace + "/" + children;
        }

        private String post(String path, Map<String, String> parameters) {
            return taskRouter
                    .answer(new CarrierRequest("taskrouter", "POST", List.of(("v1/" + path).split("/")), parameters))
                    .body()
                    .path("sid")
                    .asText();
        }
    }

    private JsonNode over(String call) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.transcript(call), found -> found.path("ended").asBoolean());
    }

    private static List<String> kinds(JsonNode call) {
        return StreamSupport.stream(call.path("steps").spliterator(), false)
                .map(step -> step.path("kind").asText())
                .toList();
    }

    private static List<String> texts(JsonNode call) {
        return StreamSupport.stream(call.path("steps").spliterator(), false)
                .filter(step -> step.path("kind").asText().equals("said"))
                .map(step -> step.path("details").path("text").asText())
                .toList();
    }

    private static JsonNode last(JsonNode call, String kind) {
        return StreamSupport.stream(call.path("steps").spliterator(), false)
                .filter(step -> step.path("kind").asText().equals(kind))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
