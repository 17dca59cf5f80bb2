package io.tocsin.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls through the real webhooks on the embedded stack. */
@TocsinTest
class LiveCallTest {
    @Inject
    LiveScripts scripts;

    @Inject
    ScriptWalker walker;

    @Inject
    CenterKeys keys;

    @Inject
    Sql sql;

    @ConfigProperty(name = "tocsin.public-base-url")
    String baseUrl;

    @ConfigProperty(name = "tocsin.twilio.drill.auth-token")
    String token;

    private Carrier carrier;
    private UUID center;

    @BeforeEach
    void publish() {
        carrier = new Carrier(baseUrl, token);
        center = Ids.next(Instant.now());
        keys.create(center);
        scripts.publish(publication(), "tocsin:" + center + ":script");
    }

    private Publication publication() {
        return publication(Scripts.text(Scripts.PACK_DIR.resolve("product-recall/script.yaml")));
    }

    private Publication publication(String script) {
        Publication p = Scripts.publication(script, Scripts.words("product-recall"), Scripts.LANGUAGES);
        return new Publication(
                center,
                Mode.DRILL,
                p.version(),
                p.languages(),
                p.script(),
                p.closing(),
                p.words(),
                p.workflowSid(),
                p.callerId(),
                p.emergencyNumber());
    }

    @Test
    void aCallerIsGreetedChoosesAndWaitsAndEveryStepIsJournaled() throws Exception {
        scripts.stage(center, Stage.OPEN);
        String sid = "CA" + center.toString().replace("-", "");

        String greeting = ok(carrier.post(VoicePaths.entry(center), Carrier.call(sid)));
        String menu = ok(carrier.post(path("language", Action.KEY, ""), Carrier.call(sid, "Digits", "2")));
        String queued = ok(carrier.post(path("welcome", Action.KEY, "ja"), Carrier.call(sid, "Digits", "0")));
        String waiting = ok(carrier.post(
                path("agent", Action.WAIT, "ja"), Carrier.call(sid, "QueuePosition", "3", "AvgQueueTime", "100")));
        ok(carrier.post(path("agent", Action.QUEUE, "ja"), Carrier.call(sid, "QueueResult", "bridged")));

        assertThat(greeting).contains("en-US", "ja-JP", "/language/key");
        assertThat(menu).contains("ja-JP", "/welcome/key?lang=ja").doesNotContain("en-US");
        assertThat(queued).contains("<Enqueue", "\"queue\":\"general-ja\"", sid);
        assertThat(waiting).contains("3番目", "2分");
        await().atMost(Duration.ofSeconds(1)).until(() -> steps(sid), rows -> rows.size() == 5);
        assertThat(steps(sid))
                .containsExactly("entry//", "language/key/2", "welcome/key/0", "agent/wait/", "agent/queue/");
        List<String> call = sql.list(
                "select outcome || ' ' || language || ' ' || reason from call where sid = ?",
                row -> row.getString(1),
                sid);
        assertThat(call).containsExactly("answered ja general");
        byte[] caller = sql.first("select caller_encrypted from call where sid = ?", row -> row.getBytes(1), sid)
                .orElseThrow();
        assertThat(keys.decrypt(center, caller, RowSealer.CALLER)).isEqualTo("+819012345678");
    }

    @Test
    void aWaitingCallerWhoWantsToBeCalledBackNeedNotSayItTwice() throws Exception {
        scripts.stage(center, Stage.OPEN);
        String sid = "CB" + center.toString().replace("-", "");

        String left = ok(carrier.post(path("agent", Action.WAIT_KEY, "ja"), Carrier.call(sid, "Digits", "*")));
        String asked = ok(carrier.post(path("agent", Action.QUEUE, "ja"), Carrier.call(sid, "QueueResult", "leave")));
        ok(carrier.post(path("callback", Action.KEY, "ja"), Carrier.call(sid, "Digits", "1")));

        assertThat(left).contains("<Leave/>");
        assertThat(asked).contains("/callback/key?lang=ja");
        await().atMost(Duration.ofSeconds(1))
                .until(
                        () -> sql.list(
                                "select number_encrypted from callback_request where call_sid = ?",
                                row -> row.getBytes(1),
                                sid),
                        rows -> rows.size() == 1);
    }

    @Test
    void beforeItOpensOnlyAMarkedWalkHearsTheScript() throws Exception {
        String caller = ok(carrier.post(VoicePaths.entry(center), Carrier.call("CA1")));
        String walker = ok(carrier.post(VoicePaths.entry(center), carrier.walk(center, Carrier.call("CA2"))));
        String pretender = ok(carrier.post(VoicePaths.entry(center), Carrier.call("CA3", "TocsinWalk", "forged")));

        assertThat(caller).contains("opens shortly", "/voicemail").doesNotContain("<Gather");
        assertThat(walker).contains("<Gather");
        assertThat(pretender).doesNotContain("<Gather");
        assertThat(steps("CA2")).isEmpty();
    }

    @Test
    void aClosedCenterAnswersWithItsClosingMessageAndTheDate() throws Exception {
        scripts.stage(center, Stage.DRAINING);
        String newCaller = ok(carrier.post(VoicePaths.entry(center), Carrier.call("CA4")));
        String queuedCaller = ok(carrier.post(path("agent", Action.WAIT, "en"), Carrier.call("CA5")));
        scripts.close(center, LocalDate.of(2027, 5, 1));
        String late = ok(carrier.post(VoicePaths.entry(center), Carrier.call("CA6")));

        assertThat(newCaller).contains("has closed this line", "<Hangup/>");
        assertThat(queuedCaller).contains("Do not use the product");
        assertThat(late).contains("May 1, 2027", "2027年5月1日");
    }

    @Test
    void aForgedWebhookIsRefused() throws Exception {
        scripts.stage(center, Stage.OPEN);

        HttpResponse<String> forged = carrier.post(VoicePaths.entry(center), Carrier.call("CA7"), "Zm9yZ2Vk");
        HttpResponse<String> otherAccount =
                new Carrier(baseUrl, "another").post(VoicePaths.entry(center), Carrier.call("CA7"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(otherAccount.statusCode()).isEqualTo(403);
    }

    @Test
    void aCallerWhoIsLostIsAnsweredPolitely() throws Exception {
        scripts.stage(center, Stage.OPEN);

        String noSuchNode = ok(carrier.post(path("nowhere", Action.ENTER, "en"), Carrier.call("CA8")));
        String noSuchCenter = ok(carrier.post(VoicePaths.entry(UUID.randomUUID()), Carrier.call("CA9")));
        String fallback = ok(carrier.post(VoicePaths.fallback(center), Carrier.call("CA10", "ErrorUrl", "x")));
        String again = ok(carrier.post(
                VoicePaths.fallback(center), Carrier.call("CA10", "ErrorUrl", baseUrl + VoicePaths.entry(center))));

        assertThat(noSuchNode).contains("<Redirect", "/entry");
        assertThat(noSuchCenter).contains("not in use", "現在使われておりません");
        assertThat(fallback).contains("<Redirect", "/entry");
        assertThat(again).contains("<Record");
    }

    @Test
    void anAssignedAgentsTelephoneRings() throws Exception {
        scripts.stage(center, Stage.OPEN);

        HttpResponse<String> response = carrier.post(
                VoicePaths.assignment(center),
                Map.of(
                        "TaskAttributes", "{\"call_sid\":\"CA11\"}",
                        "WorkerAttributes", "{\"contact_uri\":\"sip:a@example.com\"}",
                        "WorkerSid", "WK1"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.tree(response.body()))
                .isEqualTo(Json.object(Map.of(
                        "instruction", "dequeue", "to", "sip:a@example.com", "from", "+815000000000", "timeout", 20)));
    }

    @Test
    void theWalkTakesEveryBranchBeforeTheCenterOpensAndCountsNoCall() {
        Walk walk = walker.walk(center);

        assertThat(walk.failures()).isEmpty();
        assertThat(walk.branches()).isGreaterThan(100);
        assertThat(sql.list("select 1 from call where center_id = ?", row -> 1, center))
                .isEmpty();
    }

    @Test
    void theWalkFindsABranchThatLeadsNowhere() {
        String broken = publication().script().replace("\"0\": agent, \"9\": danger", "\"0\": nobody, \"9\": danger");
        scripts.publish(publication(broken), "tocsin:" + center + ":script");

        Walk walk = walker.walk(center);

        assertThat(walk.failures())
                .extracting(f -> f.node() + ", " + f.branch() + ", " + f.language())
                .containsExactlyInAnyOrder("welcome, key 0, en", "welcome, key 0, ja");
        assertThat(walk.failures().getFirst().todo().ja()).isNotBlank();
    }

    private String path(String node, Action action, String language) {
        return VoicePaths.node(center, node, action, language, 1);
    }

    private List<String> steps(String sid) {
        return sql.list(
                "select node || '/' || action || '/' || key from call_journal where call_sid = ? order by id",
                row -> row.getString(1),
                sid);
    }

    private static String ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
