package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists on their way into an audience, as a crisis manager brings them. */
@TocsinTest
class ImportsTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Audiences audiences;

    @Inject
    Imports imports;

    @Inject
    ImportParts parts;

    @Inject
    Recipients recipients;

    @Inject
    AudienceRetention retention;

    private final Api manager = DrillCenter.as("crisis-manager");
    private DrillCenter center;
    private String audience;

    @BeforeEach
    void aCenterWithAnAudience() {
        center = DrillCenter.declare("noto-hotline", Map.of("profile", "standby"));
        audience = audience("residents");
    }

    private String audience(String name) {
        return center.path() + "/audiences/"
                + manager.post(center.path() + "/audiences", Map.of("name", name, "country", "JP", "language", "ja"))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
    }

    @Test
    void aListIsLookedAtCorrectedAndImported() {
        String list = send(audience, "氏名,電話,備考\n山田 太郎,090-1234-5678,玄関\n鈴木,不明,\n", "windows-31j");

        JsonNode guess = manager.get(list + "/mapping").expect(200).body();
        assertThat(guess.path("encoding").asText()).isEqualTo("windows-31j");
        assertThat(guess.path("columns").get(1).path("to").asText()).isEqualTo("phone");
        assertThat(guess.path("columns").get(2).path("to").asText()).isEqualTo("personal:備考");
        assertThat(guess.path("columns").get(0).path("samples").get(0).asText()).isEqualTo("山田 太郎");

        var corrected = guess.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        corrected.path("columns").get(2))
                .put("to", "attribute:place");
        manager.edit("PUT", list + "/mapping", list + "/mapping", corrected).expect(200);
        JsonNode done = run(list);

        assertThat(done.path("stored").asInt()).isEqualTo(1);
        assertThat(done.path("setAside").asInt()).isEqualTo(1);
        assertThat(count(audience, "{\"field\":\"attribute.place\",\"is\":\"玄関\"}"))
                .isEqualTo(1);
        assertThat(setAside(list))
                .startsWith("\ufeff")
                .contains("\"鈴木\"", Remark.PHONE_INVALID.words().en());
        Recipient yamada = recipients
                .read(center.id(), recipients.byPhone(center.id(), "+819012345678"))
                .getFirst();
        assertThat(yamada.fields()).containsEntry(Fields.NAME, "山田 太郎").doesNotContainKey("備考");
    }

    @Test
    void sendingAListAgainUnderTheSameKeyMakesNoSecondImport() {
        Audience into = audiences.get(UUID.fromString(audience.substring(audience.lastIndexOf('/') + 1)));
        byte[] list = "name,email\nA,a@example.jp\n".getBytes(StandardCharsets.UTF_8);

        AudienceImport first =
                imports.create(into, "list", new ByteArrayInputStream(list), "test", "key-" + center.id());
        AudienceImport again =
                imports.create(into, "list", new ByteArrayInputStream(list), "test", "key-" + center.id());

        assertThat(again).isEqualTo(first);
        assertThat(again.bytes()).isEqualTo(list.length);
    }

    @Test
    void aListThatBreaksOffKeepsWhatWasReadAndSaysWhere() {
        StringBuilder list = new StringBuilder("name,email,notes\n");
        for (int i = 0; i < 300; i++) {
            list.append("P%d,p%d@example.jp,ok\n".formatted(i, i));
        }
        list.append("Q,q@example.jp,\"never closed\n").append("R,r@example.jp,ok\n".repeat(40_000));
        String path = send(audience, list.toString(), "UTF-8");
        manager.post(path + "/start", null).expect(202);

        JsonNode ended = CenterWait.until("the import ends", SOON, () -> {
            JsonNode now = manager.get(path).expect(200).body();
            return now.path("state").asText().equals("RUNNING") ? null : now;
        });

        assertThat(ended.path("state").asText()).isEqualTo("FAILED");
        assertThat(ended.path("failure").path("en").asText()).contains("After line 301");
        assertThat(ended.path("stored").asInt()).isEqualTo(300);
    }

    @Test
    void aMappingThatReachesNobodyIsRefusedWithEverythingThatIsWrong() {
        String list = send(audience, "name,phone\nAnn,090-1234-5678\n", "UTF-8");

        Api.Answer refused = manager.edit(
                "PUT",
                list + "/mapping",
                list + "/mapping",
                Map.of(
                        "format", "csv",
                        "encoding", "nonsense",
                        "delimiter", ",",
                        "headerRow", 1,
                        "columns",
                                List.of(
                                        Map.of("header", "name", "to", "nickname"),
                                        Map.of("header", "phone", "to", "ignore"))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("violations").findValuesAsText("field"))
                .containsExactly("encoding", "columns[0].to");
    }

    @Test
    void oneBadRowIsSetAsideAndTheOther999Import() {
        StringBuilder list = new StringBuilder("顧客番号,氏名,電話番号,製造番号\n");
        for (int i = 0; i < 1_000; i++) {
            list.append("C%d,人%d,%s,S%d%n".formatted(i, i, i == 617 ? "09O-XXXX-1" : "090-1234-%04d".formatted(i), i));
        }

        String path = send(audience, list.toString(), "UTF-8");
        JsonNode done = run(path);

        assertThat(done.path("stored").asInt()).isEqualTo(999);
        assertThat(done.path("setAside").asInt()).isEqualTo(1);
        assertThat(setAside(path)).contains("\n619,");
        assertThat(count(audience, "{\"field\":\"phoneKind\",\"is\":\"MOBILE\"}"))
                .isEqualTo(999);
    }

    @Test
    void aRowThatTheDatabaseRefusesIsSetAsideAndTheOthersImport() {
        sql("create function refuse_antarctica() returns trigger language plpgsql as $$ begin"
                + " if new.country = 'AQ' then raise exception 'refused' using errcode = '22000'; end if;"
                + " return new; end $$");
        sql("create trigger refuse_antarctica before insert on recipient for each row"
                + " execute function refuse_antarctica()");
        try {
            String path = send(
                    audience, "name,email,country\nA,a@example.jp,JP\nB,b@example.jp,AQ\nC,c@example.jp,JP\n", "UTF-8");
            JsonNode done = run(path);

            assertThat(done.path("stored").asInt()).isEqualTo(2);
            assertThat(done.path("setAside").asInt()).isEqualTo(1);
            assertThat(setAside(path))
                    .contains("\n3,", Remark.NOT_STORABLE.words().en());
        } finally {
            sql("drop trigger refuse_antarctica on recipient");
            sql("drop function refuse_antarctica");
        }
    }

    @Test
    void importingTheSameListTwiceChangesNothing() {
        String list = """
                顧客番号,氏名,電話番号,メール,製造番号
                1,山田,090-1111-1111,,S1
                1,山田,,y@example.jp,S2
                ,佐藤 花子,03-3123-4567,,S3
                ,佐藤 一郎,03-3123-4567,,S3
                ,無名,,z@example.jp,
                """;
        run(send(audience, list, "UTF-8"));
        String before = everything();

        JsonNode again = run(send(audience, list, "UTF-16LE"));

        assertThat(again.path("stored").asInt()).isZero();
        assertThat(again.path("items").asInt()).isZero();
        assertThat(again.path("merged").asInt()).isEqualTo(5);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anOptOutHoldsForPeopleImportedLater() {
        Api agent = DrillCenter.as("crisis-manager");
        agent.post(center.path() + "/suppressions", Map.of("phone", "090-7777-1234"))
                .expect(200);

        run(send(
                audience,
                "name,phone,email\nA,+81 90 7777 1234,a@example.jp\nB,090-7777-1235,b@example.jp\n",
                "UTF-8"));

        assertThat(count(audience, "{\"field\":\"optedOut\",\"known\":true}")).isEqualTo(1);
        JsonNode listed =
                manager.get(center.path() + "/suppressions").expect(200).body();
        assertThat(listed.path("suppressions").get(0).path("contact").asText()).isEqualTo("+81********34");
        manager.post(center.path() + "/suppressions/lift", Map.of("phone", "090-7777-1234"))
                .expect(422);
        manager.post(
                        center.path() + "/suppressions/lift",
                        Map.of("phone", "090-7777-1234", "note", "asked for it by letter"))
                .expect(200);
        assertThat(count(audience, "{\"field\":\"optedOut\",\"known\":true}")).isZero();
        String recipient =
                recipients.byEmail(center.id(), "b@example.jp").getFirst().toString();
        agent.post(center.path() + "/suppressions", Map.of("recipientId", recipient))
                .expect(200);
        assertThat(count(audience, "{\"field\":\"optedOut\",\"known\":true}")).isEqualTo(1);
        manager.post(center.path() + "/suppressions/lift", Map.of("recipientId", recipient, "note", "a mistake"))
                .expect(200);
        assertThat(count(audience, "{\"field\":\"optedOut\",\"known\":true}")).isZero();
    }

    @Test
    void theUnsubscribeLinkAsksAtGetAndActsAtPost() throws Exception {
        run(send(audience, "氏名,メール,電話\n渡辺,w@example.jp,080-2222-3333\n", "UTF-8"));
        UUID id = recipients.byEmail(center.id(), "w@example.jp").getFirst();
        URI link = URI.create(
                TestStack.get().plan().appUrl() + "/u/" + recipients.get(id).linkCode());

        HttpResponse<String> page =
                HTTP.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"ja\"", "<form method=\"post\">", "停止する");
        assertThat(count(audience, "{\"field\":\"optedOut\",\"known\":true}"))
                .as("opening the page stops nothing")
                .isZero();

        HttpResponse<String> done = HTTP.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(count(audience, "{\"field\":\"optedOut\",\"known\":true}")).isEqualTo(1);
        // the other channel of the same person, in another list
        String other = audience("others");
        run(send(other, "氏名,電話\n渡辺,080-2222-3333\n", "UTF-8"));
        assertThat(count(other, "{\"field\":\"optedOut\",\"known\":true}")).isEqualTo(1);
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(link.resolve("/u/00000000000x"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anImportWhoseProcessDiedIsTakenOnWhereItStoppedAndTheDeadOneCannotComeBack() throws Exception {
        StringBuilder list = new StringBuilder("顧客番号,氏名,電話番号,製造番号\n");
        int rows = parts.config().batchRows() * 4 + 10;
        for (int i = 0; i < rows; i++) {
            list.append("C%d,人%d,090-%04d-%04d,S%d%n".formatted(i % (rows - 500), i, 1000 + i / 10_000, i % 10_000, i));
        }
        Audience into = audiences.get(UUID.fromString(audience.substring(audience.lastIndexOf('/') + 1)));
        AudienceImport sent = imports.create(
                into, "list", new ByteArrayInputStream(list.toString().getBytes(StandardCharsets.UTF_8)), "test", null);
        // claimed in the transaction that starts it: the application's own worker never sees it free
        ImportTable.Lease lease = QuarkusTransaction.requiringNew().call(() -> {
            imports.start(into, sent.id(), "test");
            return parts.table()
                    .claim(Clock.systemUTC().instant(), Duration.ofHours(1))
                    .orElseThrow();
        });
        AtomicInteger batches = new AtomicInteger();
        try (var helpers = Executors.newFixedThreadPool(2)) {
            ImportRun.End end = new ImportRun(lease, into, parts, helpers, () -> batches.incrementAndGet() <= 4).run();
            assertThat(end).isEqualTo(ImportRun.End.STOPPED);
            AudienceImport halfway = parts.table().get(into.id(), sent.id());
            assertThat(halfway.rows())
                    .as("stored by the one that died")
                    .isPositive()
                    .isLessThan(rows);

            sql("update audience_import set lease_until = now() - interval '1 second' where id = '" + sent.id() + "'");
            CenterWait.until(
                    "another goes on and ends it",
                    SOON,
                    () -> parts.table().get(into.id(), sent.id()).state() == AudienceImport.State.DONE ? true : null);
            AudienceImport done = parts.table().get(into.id(), sent.id());
            String after = everything();

            assertThat(done.rows()).isEqualTo(rows);
            assertThat(done.stored()).isEqualTo(rows - 500);
            assertThat(done.items()).isEqualTo(rows);
            assertThat(done.stored() + done.merged())
                    .as("every row counted once")
                    .isEqualTo(rows);
            assertThat(new ImportRun(lease, into, parts, helpers, () -> true).run())
                    .as("the dead one, back")
                    .isEqualTo(ImportRun.End.LEASE_LOST);
            assertThat(everything()).isEqualTo(after);
        }
    }

    @Test
    void aListThatBringsDownWhoeverTakesItOnIsGivenUpAndSaysSo() {
        Audience into = audiences.get(UUID.fromString(audience.substring(audience.lastIndexOf('/') + 1)));
        AudienceImport sent = imports.create(
                into,
                "list",
                new ByteArrayInputStream("name,email\nA,a@example.jp\n".getBytes(StandardCharsets.UTF_8)),
                "test",
                null);
        QuarkusTransaction.requiringNew().run(() -> {
            imports.start(into, sent.id(), "test");
            assertThat(parts.table().claim(Clock.systemUTC().instant(), Duration.ofHours(1)))
                    .isPresent();
        });
        // taken on five times, and never heard of again
        sql("update audience_import set claims = 5, lease_until = now() - interval '1 second' where id = '" + sent.id()
                + "'");

        AudienceImport ended = CenterWait.until("it is given up", SOON, () -> {
            AudienceImport now = parts.table().get(into.id(), sent.id());
            return now.endedAt() == null ? null : now;
        });

        assertThat(ended.state()).isEqualTo(AudienceImport.State.FAILED);
        assertThat(ended.failure().en()).contains("give ops the import's id");
    }

    @Test
    void whoLostTheLeaseStoresNothing() throws Exception {
        Audience into = audiences.get(UUID.fromString(audience.substring(audience.lastIndexOf('/') + 1)));
        AudienceImport sent = imports.create(
                into,
                "list",
                new ByteArrayInputStream("name,email\nA,a@example.jp\n".getBytes(StandardCharsets.UTF_8)),
                "test",
                null);
        ImportTable.Lease old = QuarkusTransaction.requiringNew().call(() -> {
            imports.start(into, sent.id(), "test");
            ImportTable.Lease first = parts.table()
                    .claim(Clock.systemUTC().instant(), Duration.ofHours(1))
                    .orElseThrow();
            // somebody else, much later by the clock
            assertThat(parts.table().claim(Clock.systemUTC().instant().plus(Duration.ofHours(2)), Duration.ofHours(3)))
                    .isPresent();
            return first;
        });
        try (var helpers = Executors.newFixedThreadPool(1)) {
            assertThat(new ImportRun(old, into, parts, helpers, () -> true).run())
                    .isEqualTo(ImportRun.End.LEASE_LOST);
        }
        assertThat(count(audience, "{}")).isZero();
        sql("update audience_import set state = 'FAILED', lease_until = null where id = '" + sent.id() + "'");
    }

    @Test
    void afterRetentionNothingOfAnybodyIsLeft() throws SQLException {
        run(send(audience, "name,email,phone\nA,a@example.jp,bad\nB,,\n", "UTF-8"));
        send(audience, "name,email\nC,c@example.jp\n", "UTF-8");
        manager.post(center.path() + "/suppressions", Map.of("email", "a@example.jp"))
                .expect(200);
        assertThat(Json.write(retention.counts(center.id())))
                .doesNotContain("@")
                .contains("\"recipients\":1");

        retention.destroy(center.id());

        for (String table : List.of("recipient", "recipient_item", "suppression")) {
            assertThat(rows(table + " where center_id = '" + center.id() + "'"))
                    .as(table)
                    .isZero();
        }
        for (String table : List.of("audience_upload", "import_remark")) {
            assertThat(rows(table + " where import_id in (select id from audience_import where center_id = '"
                            + center.id() + "')"))
                    .as(table)
                    .isZero();
        }
    }

    private String send(String into, String list, String charset) {
        byte[] bytes = list.getBytes(Charset.forName(charset));
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(
                                    URI.create(TestStack.get().plan().appUrl() + into + "/imports?file=list.csv"))
                            .header(
                                    "Authorization",
                                    "Bearer " + TestStack.get().people().tokenOf("crisis-manager"))
                            .header("Content-Type", "application/octet-stream")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return into + "/imports/" + Json.tree(answer.body()).path("id").asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode run(String list) {
        manager.post(list + "/start", null).expect(202);
        return CenterWait.until("the import is done", SOON, () -> {
            JsonNode now = manager.get(list).expect(200).body();
            assertThat(now.path("state").asText()).isNotEqualTo("FAILED");
            return now.path("state").asText().equals("DONE") ? now : null;
        });
    }

    private String setAside(String list) {
        return manager.get(list + "/set-aside").expect(200).body().asText();
    }

    private long count(String of, String segment) {
        return manager.post(of + "/count", Json.tree(segment))
                .expect(200)
                .body()
                .path("recipients")
                .asLong();
    }

    /** All that the audiences of the center hold, as the database has it. */
    private String everything() {
        return text(
                "select string_agg(t, ';' order by t) from (select md5(r::text) t from recipient r where center_id = '"
                        + center.id() + "' union all select md5(i::text) from recipient_item i where center_id = '"
                        + center.id()
                        + "') x");
    }

    private long rows(String from) throws SQLException {
        return Long.parseLong(text("select count(*)::text from " + from));
    }

    private static String text(String query) {
        try (var connection = TestStack.get().superuser();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sql(String statement) {
        try (var connection = TestStack.get().superuser()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
