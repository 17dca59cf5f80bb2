package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.drill.DrillDesk;
import io.tocsin.drill.ScriptServer;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.riskpack.NumberType;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From nothing to an answered call and back, all through Twilio's SDK and signed webhooks. */
@TocsinTest
class CarrierPathTest {
    @Inject
    Workshop workshop;

    @Inject
    DrillDesk desk;

    @ConfigProperty(name = "tocsin.twilio.drill.auth-token")
    String token;

    ScriptServer scripts;

    @BeforeEach
    void open() {
        scripts = new ScriptServer(token);
        desk.reset();
    }

    @AfterEach
    void close() {
        scripts.close();
    }

    @Test
    void aCallerIsAskedQueuedAndAnsweredByAnAgent() {
        Workshop.Center center = workshop.center();
        Made workspace = center.make(
                "routing-workspace", "routing/workspace", new RoutingSpecs.WorkspaceSpec(scripts.url("/events")));
        center.make("routing-activity", "activity/ready", new RoutingSpecs.ActivitySpec("routing/workspace", true));
        Made wrapUp = center.make(
                "routing-activity", "activity/wrap-up", new RoutingSpecs.ActivitySpec("routing/workspace", false));
        center.make(
                "routing-queue",
                "queue/ja",
                new RoutingSpecs.QueueSpec("routing/workspace", "languages HAS 'ja'", null));
        Made workflow = center.make(
                "routing-workflow",
                "routing/workflow",
                new RoutingSpecs.WorkflowSpec(
                        "routing/workspace",
                        scripts.url("/assignment"),
                        null,
                        null,
                        List.of(new RoutingSpecs.Filter(
                                "ja",
                                "language == 'ja'",
                                List.of(new RoutingSpecs.Target("queue/ja", null, null, null)))),
                        "queue/ja"));
        Made worker = center.make(
                "routing-worker",
                "worker/11111111-1111-1111-1111-111111111111",
                new RoutingSpecs.WorkerSpec(
                        "routing/workspace",
                        "activity/ready",
                        io.tocsin.platform.Json.object(
                                Map.of("languages", List.of("ja"), "contact_uri", "sip:agent@drill.example"))));
        Made number = center.make(
                "phone-number",
                "number/main-1",
                new PhoneNumberSpec(
                        "JP",
                        NumberType.FREEPHONE,
                        scripts.url("/voice"),
                        scripts.url("/fallback"),
                        scripts.url("/ended"),
                        null,
                        30,
                        null));
        scripts.on("/voice", """
                <Response><Gather numDigits="1" timeout="5" action="/chosen">
                <Say language="ja-JP">日本語は1を</Say><Say language="en-US">For English press 2</Say></Gather>
                <Say>No key</Say></Response>""");
        scripts.on("/chosen", fields ->
                """
                <Response><Enqueue workflowSid="%s" waitUrl="/wait" action="/after">
                <Task>{"language":"%s"}</Task></Enqueue></Response>""".formatted(workflow.vendorId(), fields.get("Digits").equals("1") ? "ja" : "en"));
        scripts.on("/wait", "<Response><Say>Please hold</Say><Pause length=\"10\"/></Response>");
        scripts.on("/after", "<Response><Say>Goodbye</Say><Hangup/></Response>");
        scripts.on(
                "/assignment",
                "{\"instruction\":\"dequeue\",\"post_work_activity_sid\":\"%s\"}".formatted(wrapUp.vendorId()));
        scripts.on("/events", "");
        scripts.on("/ended", "");
        desk.phone("sip:agent@drill.example", 100, 0.2);

        String call = desk.dial(number.outputs().path("phoneNumber").asText(), "ja");

        JsonNode transcript = await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.transcript(call), found -> found.path("ended").asBoolean());
        assertThat(transcript.path("status").asText())
                .as(transcript.toPrettyString())
                .isEqualTo("completed");
        assertThat(transcript.path("answeredBy").asText())
                .as(transcript.toPrettyString())
                .isEqualTo(VendorLabel.of(center.key("worker/11111111-1111-1111-1111-111111111111")
                        .label()));
        assertThat(scripts.asked("/assignment")).hasSize(1).allMatch(ScriptServer.Asked::signed);
        assertThat(scripts.asked("/after").getFirst().fields()).containsEntry("QueueResult", "bridged");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> scripts.asked("/ended").size() == 1);
        assertThat(worker.outputs().path("workspaceSid").asText()).isEqualTo(workspace.vendorId());

        center.removeAll();
        assertThat(center.census()).isEmpty();
        assertThat(workshop.inventory()
                        .bySid(Mode.DRILL, number.vendorId())
                        .orElseThrow()
                        .state())
                .isEqualTo(NumberState.QUARANTINED);
    }
}
