package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What owners do on their page, what logistics reports, what came of it, and how it ends. */
@TocsinTest
class CollectionTest {
    private static final HttpClient BROWSER = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    Field field;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    CampaignEnd end;

    @AfterAll
    static void giveBack() {
        Field.closeCenter();
    }

    @Test
    void anOwnerBooksOnTheirPageAndIsNeverCalled() throws Exception {
        Field.Called called = field.people(List.of(Map.of(), Map.of("answers", false)), 2);
        String campaign = field.campaign(called, field.settings("AUTO"));
        String page = "/r/" + field.linkCode(called.recipients().getFirst());
        assertThat(open(page).statusCode())
                .as("before the campaign runs the notice is all there is")
                .isEqualTo(303);
        sql.update("update call_target set next_at = now() + interval '1 day' where campaign_id = ?::uuid", campaign);
        field.move(campaign, "start");

        HttpResponse<String> first = open(page);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("lang=\"en\"", "Samsung", "drill", "1:00 PM")
                .doesNotContain("<script", "Owner", "Elm");
        assertThat(first.headers().firstValue("cache-control")).contains("no-store");
        String slot = first.body().replaceAll("(?s).*?name=\"slot\" value=\"([^\"]+)\".*", "$1");
        assertThat(send(page, Map.of("do", "book", "slot", slot)).statusCode()).isEqualTo(303);

        assertThat(open(page).body()).contains("Thank you. We come on");
        List<JsonNode> mine = field.cases(campaign).stream()
                .filter(c -> c.path("recipientId")
                        .asText()
                        .equals(called.recipients().getFirst().toString()))
                .toList();
        assertThat(mine).hasSize(2).allSatisfy(c -> {
            assertThat(c.path("state").asText()).isEqualTo("PICKUP_BOOKED");
            assertThat(c.path("responseChannel").asText()).isEqualTo("WEB");
            assertThat(c.path("visitedAt").isNull()).isFalse();
        });
        field.letTimePass(campaign);
        field.awaitCalls(campaign, "NO_ANSWER", 1);
        assertThat(field.carried(called.numbers().getFirst())).isZero();
        field.move(campaign, "complete");
    }

    @Test
    void anotherSitesFormAndAMadeUpCodeChangeNothing() throws Exception {
        Field.Called called = field.people(List.of(Map.of()), 1);
        String campaign = field.campaign(called, field.settings("NONE"));
        field.move(campaign, "start");
        String page = "/r/" + field.linkCode(called.recipients().getFirst());

        assertThat(send(page, Map.of("do", "disposed"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(page, Map.of("do", "disposed"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(page, Map.of("do", "book")).statusCode())
                .as("no slot chosen")
                .isEqualTo(409);
        assertThat(open("/r/000000000000").statusCode()).isEqualTo(404);
        assertThat(field.cases(campaign).getFirst().path("state").asText()).isEqualTo("NOTIFIED");

        assertThat(send(page, Map.of("do", "disposed"), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
        assertThat(send(page, Map.of("do", "stop")).statusCode()).isEqualTo(303);
        assertThat(field.cases(campaign).getFirst().path("state").asText()).isEqualTo("ALREADY_DISPOSED");
        assertThat(open(page).body())
                .contains("We will not contact you again")
                .doesNotContain("Do not contact me again");
        field.move(campaign, "complete");
    }

    @Test
    void whatLogisticsReportsIsTakenOnceAndWhatCannotBeIsSetAside() throws Exception {
        Field.Called called = field.people(Collections.nCopies(3, Map.of()), 1);
        String campaign = field.campaign(called, field.settings("NONE"));
        List<String> ids =
                field.cases(campaign).stream().map(c -> c.path("id").asText()).toList();
        JsonNode slots =
                field.manager().get(field.path(campaign) + "/slots").expect(200).body();
        for (String id : ids.subList(0, 2)) {
            field.manager()
                    .post(
                            field.center().path() + "/cases/" + id + "/moves",
                            Map.of(
                                    "to",
                                    "PICKUP_BOOKED",
                                    "slot",
                                    slots.get(0).path("id").asText()))
                    .expect(200);
        }

        String file = field.manager()
                .get(field.path(campaign) + "/pickups?day="
                        + LocalDate.now(clock).plusDays(3))
                .expect(200)
                .body()
                .asText();
        assertThat(file).startsWith("\uFEFFcase,day,from").contains(ids.get(0), ids.get(1), "'=Owner", "'+1202556");
        assertThat(file.lines()).hasSize(3);

        String results = "case,result,note\n" + ids.get(0) + ",collected,ok\n" + ids.get(1) + ",nobody-home,\n"
                + ids.get(2) + ",delivered,\n" + ids.get(2) + ",lost,\nnonsense,collected,\n";
        JsonNode first = field.manager()
                .csv(field.path(campaign) + "/pickup-results", results)
                .expect(200)
                .body();
        assertThat(first.path("taken").asInt()).isEqualTo(2);
        assertThat(first.path("setAside")).hasSize(3);
        assertThat(first.path("setAside").get(0).path("reason").path("en").asText())
                .contains("NOTIFIED");
        JsonNode again = field.manager()
                .csv(field.path(campaign) + "/pickup-results", results)
                .expect(200)
                .body();
        assertThat(again.path("taken").asInt()).as("twice changes nothing").isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(sql.first(
                        "select booked from pickup_slot where id = ?::uuid",
                        row -> row.getInt(1),
                        slots.get(0).path("id").asText()))
                .as("the visit at which nobody was home is free for others")
                .contains(1);
        field.move(campaign, "cancel");
    }

    @Test
    void effectivenessIsCountedAndTheSampleCanBeDrawnAgain() {
        Field.Called called = field.people(Collections.nCopies(40, Map.of()), 2);
        String campaign = field.campaign(called, field.settings("NONE"));
        List<String> ids =
                field.cases(campaign).stream().map(c -> c.path("id").asText()).toList();
        for (String id : ids.subList(0, 20)) {
            field.manager()
                    .post(field.center().path() + "/cases/" + id + "/moves", Map.of("to", "COLLECTED"))
                    .expect(200);
        }

        JsonNode c = draw(campaign, Map.of("level", "C"));
        JsonNode again =
                draw(campaign, Map.of("level", "C", "seed", c.path("seed").asLong()));
        JsonNode other =
                draw(campaign, Map.of("level", "C", "seed", c.path("seed").asLong() + 1));
        assertThat(c.path("population").asInt()).as("people, not items").isEqualTo(40);
        assertThat(sample(campaign, c))
                .hasSize(4)
                .isEqualTo(sample(campaign, again))
                .isNotEqualTo(sample(campaign, other));
        assertThat(sample(campaign, draw(campaign, Map.of("level", "E")))).isEmpty();
        assertThat(sample(campaign, draw(campaign, Map.of("level", "A")))).hasSize(40);
        String asked = sample(campaign, c).getFirst();
        String path = field.path(campaign) + "/checks/" + c.path("id").asText() + "/sample/";
        field.manager().put(path + asked, Map.of("result", "HEARD_AND_ACTED")).expect(204);
        field.manager().put(path + UUID.randomUUID(), Map.of("result", "HEARD")).expect(404);

        JsonNode report = field.manager()
                .get(field.path(campaign) + "/effectiveness")
                .expect(200)
                .body();

        assertThat(report.path("all").path("cases").asInt()).isEqualTo(80);
        assertThat(report.path("all").path("correctionRate").asDouble()).isEqualTo(0.25);
        assertThat(report.path("byChannel").get(0).path("of").asText()).isEqualTo("AGENT");
        assertThat(report.path("byChannel").get(0).path("responseRate").asDouble())
                .isEqualTo(0.25);
        assertThat(report.path("byWave").get(0).path("corrected").asInt()).isEqualTo(20);
        assertThat(report.path("byDay").get(0).path("corrected").asInt()).isEqualTo(20);
        assertThat(report.path("checks").get(0).path("effective").asDouble()).isEqualTo(1.0);
        field.move(campaign, "cancel");
    }

    @Test
    void aSecondWaveAddsOnlyThoseWhoAreNotInYet() {
        Field.Called called = field.people(Collections.nCopies(6, Map.of()), 1);
        Map<String, Object> settings = field.settings("NONE");
        String campaign = field.manager()
                .post(
                        field.center().path() + "/campaigns",
                        Map.of(
                                "name",
                                "waves " + UUID.randomUUID(),
                                "audience",
                                called.audience(),
                                "settings",
                                settings,
                                "segment",
                                Json.tree("{\"field\": \"serial\", \"is\": [\"none\"]}")))
                .expect(201)
                .body()
                .path("campaign")
                .path("id")
                .asText();
        assertThat(field.cases(campaign)).isEmpty();
        field.manager().post(field.path(campaign) + "/start", null).expect(409);

        field.manager().post(field.path(campaign) + "/waves", Map.of()).expect(200);
        field.manager().post(field.path(campaign) + "/waves", Map.of()).expect(200);

        assertThat(field.cases(campaign))
                .hasSize(6)
                .allSatisfy(c -> assertThat(c.path("wave").asInt()).isEqualTo(2));
        field.move(campaign, "cancel");
    }

    @Test
    void whatComesOfACampaignIsToldOnKafka() {
        Field.Called called = field.people(List.of(Map.of("keys", List.of("2", "2"))), 1);
        String campaign = field.campaign(called, field.settings("AUTO"));
        field.move(campaign, "start");
        field.awaitCalls(campaign, "PERSON", 1);
        field.move(campaign, "pause");
        field.move(campaign, "complete");

        List<String> told =
                io.tocsin.event.KafkaReader.read("tocsin.campaign", campaign, "io.tocsin.campaign.completed").stream()
                        .map(r -> Json.tree(r.value()))
                        .peek(e -> assertThat(e.toString()).doesNotContain("+1202", "Owner", "Elm"))
                        .map(e -> e.path("type").asText().replace("io.tocsin.campaign.", ""))
                        .toList();
        assertThat(told).containsExactly("started", "call-due", "case-moved", "call-ended", "paused", "completed");
    }

    @Test
    void aCenterThatDrainsCallsNobodyAnyMore() {
        Field.Called called = field.people(List.of(Map.of()), 1);
        String running = field.campaign(called, field.settings("NONE"));
        String draft = field.campaign(called, field.settings("NONE"));
        field.move(running, "start");
        UUID center = field.center().id();

        Field.closeCenter();

        assertThat(sql.first("select state from campaign where id = ?::uuid", row -> row.getString(1), running))
                .contains("COMPLETED");
        assertThat(sql.first("select state from campaign where id = ?::uuid", row -> row.getString(1), draft))
                .contains("CANCELLED");
        end.forget(center);
        assertThat(sql.first(
                        "select (select count(*) from call_target where center_id = ?) + (select count(*) from collection_case"
                                + " where center_id = ? and phone_hash is not null)",
                        row -> row.getInt(1),
                        center,
                        center))
                .contains(0);
    }

    private JsonNode draw(String campaign, Map<String, ?> wanted) {
        return field.manager()
                .post(field.path(campaign) + "/checks", wanted)
                .expect(201)
                .body();
    }

    private List<String> sample(String campaign, JsonNode check) {
        return DrillCenter.stream(field.manager()
                        .get(field.path(campaign) + "/checks/"
                                + check.path("id").asText() + "/sample?limit=500")
                        .expect(200)
                        .body())
                .map(s -> s.path("recipient").asText())
                .sorted()
                .toList();
    }

    private static HttpResponse<String> open(String path) throws Exception {
        return BROWSER.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String path, Map<String, String> form, String... headers)
            throws Exception {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI url(String path) {
        return URI.create(TestStack.get().plan().appUrl() + path);
    }
}
