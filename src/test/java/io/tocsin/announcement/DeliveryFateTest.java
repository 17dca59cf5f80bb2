package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.RecipientPhone;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.CarrierTokens;
import io.tocsin.platform.Mode;
import io.tocsin.platform.SettableClock;
import io.tocsin.platform.Sql;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import io.tocsin.telephony.MessagePaths;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message when things do not go as they should. */
@TocsinTest
class DeliveryFateTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    OpenCenter open;

    @Inject
    DispatchConsumer consumer;

    @Inject
    DeliveryLedger ledger;

    @Inject
    SettableClock clock;

    @Inject
    CarrierTokens tokens;

    @Inject
    Sql sql;

    @AfterEach
    void usual() {
        consumer.hold(false);
        clock.reset();
    }

    private String started(List<NewRecipient> people, Map<String, ?> more) {
        String path = open.approved(open.audience(people), more);
        OpenCenter.manager().post(path + "/start", null).expect(202);
        return path;
    }

    private Map<String, String> states(String path) {
        return sql
                .list(
                        "select channel || ' ' || state as fate, count(*) from delivery where announcement_id = ?"
                                + " group by 1",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        OpenCenter.id(path))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void phone(String number, String sms) {
        OpenCenter.manager()
                .put("/api/drill/phones/" + number, Map.of("sms", sms))
                .expect(200);
    }

    @Test
    void whomNoTextReachesGetsAnEmailAndWhomNeitherReachesALetter() {
        String unreachable = OpenCenter.number();
        String alone = OpenCenter.number();
        phone(unreachable, "undelivered");
        phone(alone, "undelivered");
        NewRecipient landline = new NewRecipient(
                "en",
                java.time.ZoneId.of("Asia/Tokyo"),
                "JP",
                null,
                new RecipientPhone("+81312345678", PhoneKind.LANDLINE),
                "landline@people.example",
                Map.of("name", "Land Line"),
                Map.of(),
                List.of());
        String path = started(
                List.of(
                        People.person("届く", OpenCenter.number(), "never@people.example"),
                        People.person("届かない", unreachable, "fallback@people.example"),
                        People.person("連絡先なし", alone, null),
                        landline),
                Map.of("channels", List.of("SMS", "EMAIL", "LETTER")));

        CenterWait.until(
                "all have fallen back",
                Duration.ofSeconds(40),
                () -> states(path)
                                .equals(Map.of(
                                        "SMS DELIVERED",
                                        "1",
                                        "SMS FAILED",
                                        "2",
                                        "EMAIL SENT",
                                        "2",
                                        "LETTER PLANNED",
                                        "1"))
                        ? true
                        : null);

        var mails = java.util.Arrays.stream(TestStack.get().mail().getReceivedMessages())
                .map(m -> com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(m))
                .filter(m -> m.contains("landline@people.example"))
                .toList();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst())
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                .contains("List-Unsubscribe: <")
                .containsPattern("Message-ID: <[0-9a-f-]{36}@tocsin>")
                .contains("text/html")
                .contains("Dear Land Line,")
                .as("people know the organization")
                .contains("From: " + open.center().get("").path("organization").asText());
        OpenCenter.awaitState(path, "COMPLETED");
        String letters = OpenCenter.manager()
                .get(path + "/letters.csv")
                .expect(200)
                .body()
                .asText();
        assertThat(letters).contains("連絡先なし 様").contains("/r/");
    }

    @Test
    void aBounceFailsTheEmailAndTheLetterFollows() throws Exception {
        String path = started(
                List.of(People.person("返送", null, "bounce@people.example")),
                Map.of("channels", List.of("EMAIL", "LETTER")));
        CenterWait.until(
                "it is sent", Duration.ofSeconds(20), () -> states(path).containsKey("EMAIL SENT") ? true : null);
        String messageId = sql.first(
                        "select vendor_id from delivery where announcement_id = ?",
                        row -> row.getString(1),
                        OpenCenter.id(path))
                .orElseThrow();
        String report =
                "Content-Type: multipart/report; report-type=delivery-status\r\n\r\nFinal-Recipient: rfc822; x\r\n"
                        + "Action: failed\r\nStatus: 5.1.1\r\n\r\nMessage-ID: " + messageId + "\r\n";
        for (int twice = 0; twice < 2; twice++) {
            assertThat(HTTP.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    TestStack.get().plan().appUrl() + "/webhooks/mail/bounces"))
                                            .header("X-Tocsin-Hook-Token", "hook")
                                            .header("Content-Type", "message/rfc822")
                                            .POST(HttpRequest.BodyPublishers.ofString(report))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }

        CenterWait.until(
                "the letter is planned",
                Duration.ofSeconds(20),
                () -> states(path).equals(Map.of("EMAIL FAILED", "1", "LETTER PLANNED", "1")) ? true : null);
    }

    @Test
    void aCrashBetweenTheAttemptAndItsOutcomeIsLookedUpAndSentOnce() throws Exception {
        open.center();
        consumer.hold(true);
        List<NewRecipient> people = OpenCenter.mobiles(4);
        String path = started(people, Map.of());
        UUID id = OpenCenter.id(path);
        // as a process leaves it that died right after its claim
        assertThat(ledger.claim(id, 0, 2, QuietZones.NONE).claims()).hasSize(2);
        sql.update(
                "update delivery set attempted_at = attempted_at - interval '2 minutes' where announcement_id = ?"
                        + " and state = 'ATTEMPTING'",
                id);
        consumer.hold(false);

        JsonNode end = OpenCenter.awaitState(path, "COMPLETED");

        assertThat(end.path("counts").path("DELIVERED").asInt()).as("%s", end).isEqualTo(4);
        assertThat(people)
                .allSatisfy(p -> assertThat(open.sentTo(p.phone().e164())).isEqualTo(1));
    }

    @Test
    void aLostAnswerIsSettledAndNeverSentAgain() {
        open.center();
        OpenCenter.manager()
                .put("/api/drill/carrier/behaviour", Map.of("lostAnswerRate", 0.5))
                .expect(200);
        try {
            List<NewRecipient> people = OpenCenter.mobiles(20);
            String path = started(people, Map.of());

            JsonNode end = OpenCenter.awaitState(path, "COMPLETED");

            assertThat(end.path("counts").path("DELIVERED").asInt())
                    .as("%s", end)
                    .isEqualTo(20);
            assertThat(people)
                    .allSatisfy(p -> assertThat(open.sentTo(p.phone().e164())).isEqualTo(1));
        } finally {
            OpenCenter.manager().delete("/api/drill/carrier/behaviour").expect(200);
        }
    }

    @Test
    void deliveredNeverGoesBackWhateverOrderCallbacksComeIn() throws Exception {
        open.center();
        consumer.hold(true);
        String path = started(OpenCenter.mobiles(1), Map.of());
        UUID delivery = ledger.claim(OpenCenter.id(path), 0, 1, QuietZones.NONE)
                .claims()
                .getFirst()
                .deliveryId();

        assertThat(callback(delivery, "delivered", true)).isEqualTo(204);
        assertThat(callback(delivery, "sent", true)).isEqualTo(204);
        assertThat(callback(delivery, "sent", true)).isEqualTo(204);
        assertThat(callback(delivery, "undelivered", true)).isEqualTo(204);
        ledger.settle(List.of(new Outcome.Sent(delivery, "SMlate", 1)));

        assertThat(states(path)).containsKey("SMS DELIVERED");
        assertThat(callback(delivery, "failed", false)).as("unsigned").isEqualTo(403);
    }

    private int callback(UUID delivery, String status, boolean signed) throws Exception {
        String url = TestStack.get().plan().appUrl() + MessagePaths.status(Mode.DRILL, delivery);
        Map<String, String> form = new LinkedHashMap<>(Map.of("MessageSid", "SMtest", "MessageStatus", status));
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String token = signed ? tokens.authToken(Mode.DRILL) : "somebody else's";
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header(CarrierSignature.HEADER, CarrierSignature.sign(token, url, form.entrySet()))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void quietHoursHoldAMessageUntilTheyEndForItsReader() {
        open.center();
        clock.set(Instant.parse("2026-12-02T18:00:00Z")); // three in the morning in Tokyo
        String path = started(OpenCenter.mobiles(3), Map.of("dangerToLife", false));
        CenterWait.until(
                "they are held", Duration.ofSeconds(20), () -> states(path).containsKey("SMS HELD") ? true : null);
        assertThat(states(path)).isEqualTo(Map.of("SMS HELD", "3"));

        clock.set(Instant.parse("2026-12-03T03:00:00Z")); // noon

        CenterWait.until(
                "they are delivered",
                Duration.ofSeconds(20),
                () -> states(path).equals(Map.of("SMS DELIVERED", "3")) ? true : null);
    }

    @Test
    void aFirstShareThatFailsPausesTheRestAndSaysWhy() {
        List<NewRecipient> people = new ArrayList<>(OpenCenter.mobiles(40));
        people.forEach(p -> phone(p.phone().e164(), "undelivered"));
        String path = started(people, Map.of("firstSharePercent", 10, "failureLimit", 20));

        JsonNode paused = OpenCenter.awaitState(path, "PAUSED");

        assertThat(paused.path("why").path("en").asText()).contains("4 of the first 4 messages failed");
        assertThat(paused.path("counts").path("PLANNED").asInt()).isEqualTo(36);
        people.forEach(p -> phone(p.phone().e164(), "delivered"));
        OpenCenter.manager().post(path + "/resume", null).expect(200);
        assertThat(OpenCenter.awaitState(path, "COMPLETED")
                        .path("counts")
                        .path("DELIVERED")
                        .asInt())
                .isEqualTo(36);
    }

    @Test
    void aFirstShareThatArrivesIsFollowedByTheRest() {
        String path = started(OpenCenter.mobiles(30), Map.of("firstSharePercent", 10));

        JsonNode end = OpenCenter.awaitState(path, "COMPLETED");

        assertThat(end.path("counts").path("DELIVERED").asInt()).isEqualTo(30);
        assertThat(DrillCenter.stream(OpenCenter.manager()
                                .get(path + "/journal")
                                .expect(200)
                                .body())
                        .map(e -> e.path("code").asText()))
                .contains("announcement.share-passed");
    }

    @Test
    void stopWrittenBackHoldsAtOnceAndOtherRepliesBecomeInquiries() {
        DrillCenter center = open.center();
        List<NewRecipient> people = OpenCenter.mobiles(2);
        UUID audience = open.audience(people);
        writeBack(people.get(0).phone().e164(), "ＳＴＯＰ。");
        writeBack(people.get(1).phone().e164(), "いつ届きますか");
        JsonNode inquiry = CenterWait.until(
                "the question is there", Duration.ofSeconds(20), () -> DrillCenter.stream(OpenCenter.manager()
                                .get(center.path() + "/inquiries")
                                .expect(200)
                                .body()
                                .path("inquiries"))
                        .filter(i -> i.path("body").asText().equals("いつ届きますか"))
                        .findFirst()
                        .orElse(null));
        assertThat(inquiry.path("recipient").asText()).isNotEmpty();
        CenterWait.until("the opt-out is there", Duration.ofSeconds(20), () -> sql.first(
                        "select 1 from recipient where audience_id = ? and suppressed_at is not null",
                        row -> true,
                        audience)
                .orElse(null));

        String path = open.approved(audience, Map.of());
        OpenCenter.manager().post(path + "/start", null).expect(202);

        JsonNode end = OpenCenter.awaitState(path, "COMPLETED");
        assertThat(end.path("counts").path("SUPPRESSED").asInt()).isEqualTo(1);
        assertThat(end.path("counts").path("DELIVERED").asInt()).isEqualTo(1);
    }

    private void writeBack(String from, String body) {
        String to = sql.first(
                        "select place from drill.thing where kind = 'SENDER' and parent ="
                                + " (select vendor_id from resource where center_id = ? and name = 'messaging')",
                        row -> row.getString(1),
                        open.center().id())
                .orElseThrow();
        OpenCenter.manager()
                .post("/api/drill/messages", Map.of("from", from, "to", to, "body", body))
                .expect(201);
    }

    @Test
    void whoHeardOldFactsIsListedAndCorrectedWithOneClick() {
        DrillCenter center = OpenCenter.open();
        UUID audience = open.audienceOf(center, OpenCenter.mobiles(5));
        String first = open.approved(center, audience, Map.of());
        OpenCenter.manager().post(first + "/start", null).expect(202);
        OpenCenter.awaitState(first, "COMPLETED");
        assertThat(heardOlder(center).path("total").asInt()).isZero();
        OpenCenter.manager().post(first + "/correction", null).expect(409);
        var facts = center.currentFacts();
        facts.put("incidentReports", 112);
        center.edit("PUT", "/facts", Map.of("facts", facts, "note", "112 now")).expect(200);
        center.awaitAllReady();

        assertThat(heardOlder(center).path("total").asInt()).isEqualTo(5);
        assertThat(heardOlder(center)
                        .path("recipients")
                        .get(0)
                        .path("factsVersion")
                        .asInt())
                .isEqualTo(1);
        String correction = OpenCenter.manager()
                .post(first + "/correction", null)
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
        JsonNode estimate =
                OpenCenter.manager().get(correction + "/estimate").expect(200).body();
        assertThat(estimate.path("recipients").asInt()).isEqualTo(5);
        assertThat(estimate.path("segments").asLong()).isPositive();
        assertThat(estimate.path("secondsAtCarrier").asLong()).isPositive();
        OpenCenter.manager()
                .post(correction + "/submit", Map.of("override", "a test"))
                .expect(200);
        OpenCenter.supervisor().post(correction + "/approve", null).expect(200);
        OpenCenter.manager().post(correction + "/start", null).expect(202);
        OpenCenter.awaitState(correction, "COMPLETED");

        assertThat(heardOlder(center).path("total").asInt()).isZero();
        center.edit("POST", "/drain", null).expect(200);
        OpenCenter.manager().post(correction + "/resume", null).expect(409);
    }

    private static JsonNode heardOlder(DrillCenter center) {
        return OpenCenter.manager()
                .get(center.path() + "/announcements/heard-older")
                .expect(200)
                .body();
    }
}
