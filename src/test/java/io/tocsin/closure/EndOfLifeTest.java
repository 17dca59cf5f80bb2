package io.tocsin.closure;

import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.Audience;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.People;
import io.tocsin.audience.RecipientStore;
import io.tocsin.audience.Recipients;
import io.tocsin.ivr.Voicemails;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sha256;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import io.tocsin.telephony.NumberInventory;
import io.tocsin.telephony.Recordings;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is proven before a center goes, and what happens long after it went. */
@TocsinTest
class EndOfLifeTest {
    private static final Map<String, ?> STANDBY = Map.of("profile", "standby");

    @Inject
    Voicemails voicemails;

    @Inject
    Recordings recordings;

    @Inject
    Retention retention;

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore recipientStore;

    @Inject
    Recipients recipients;

    @Inject
    NumberInventory inventory;

    @Inject
    CenterKeys keys;

    @Inject
    Evidence evidence;

    @Inject
    Sql sql;

    @Test
    void theEvidenceHoldsEverythingUnderItsOwnHash() throws IOException {
        DrillCenter center =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();
        var facts = center.currentFacts();
        facts.put("hotlineFrom", "2024-01-16");
        center.edit("PUT", "/facts", Map.of("facts", facts, "note", "a day later"))
                .expect(200);
        center.awaitAllReady();

        JsonNode export =
                as("ops").post(center.path() + "/evidence", null).expect(201).body();
        byte[] zip = evidence.zip(center.id(), UUID.fromString(export.path("id").asText()))
                .orElseThrow();
        Map<String, byte[]> files = unzip(zip);

        assertThat(Sha256.of(zip)).isEqualTo(export.path("sha256").asText());
        assertThat(files.keySet())
                .contains(
                        "center.json",
                        "journal.json",
                        "obligations.json",
                        "announcements.json",
                        "campaigns.json",
                        "desk-times.json",
                        "desk-totals.json",
                        "facts/version-001.json",
                        "facts/version-002.json")
                .anyMatch(f -> f.startsWith("notices/"));
        List<String> manifest = new String(files.remove("MANIFEST.sha256"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(manifest)
                .containsExactlyInAnyOrderElementsOf(files.entrySet().stream()
                        .map(f -> Sha256.of(f.getValue()) + "  " + f.getKey())
                        .toList());
        assertThat(center.get("/teardown").path("blockers")).isEmpty();

        facts.put("hotlineFrom", "2024-01-17");
        center.edit("PUT", "/facts", Map.of("facts", facts, "note", "another day"))
                .expect(200);
        assertThat(center.get("/teardown").path("blockers").toString())
                .as("what was exported before is not the whole story any more")
                .contains("Export the evidence");
        center.close();
    }

    @Test
    void theDryRunNamesEachStepAndWhatDependsOnSomethingGoesBeforeIt() {
        DrillCenter center =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();

        List<JsonNode> steps = stream(center.get("/teardown").path("steps")).toList();

        assertThat(steps).hasSameSizeAs(stream(center.get("/resources")).toList());
        Map<String, Integer> round = new LinkedHashMap<>();
        steps.forEach(s -> round.put(s.path("name").asText(), s.path("round").asInt()));
        stream(center.get("/resources")).forEach(r -> r.path("dependsOn").forEach(needed -> assertThat(
                        round.get(r.path("key").path("name").asText()))
                .as("%s before %s", r.path("key").path("name").asText(), needed.asText())
                .isLessThan(round.get(needed.asText()))));
        assertThat(steps.toString()).contains("is not released");
        assertThat(center.phase()).as("nothing happened").isEqualTo("STANDBY");
        center.close();
    }

    @Test
    void whatTheCarrierStillListsIsNamedAndRemovedBeforeTheCenterIsClosed() throws SQLException {
        DrillCenter center =
                DrillCenter.declare("galaxy-note7", STANDBY).launch().awaitAllReady();
        String service = center.resource("messaging").path("vendorId").asText();
        String twin = "MG" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = TestStack.get().superuser();
                PreparedStatement copy = connection.prepareStatement("""
                        insert into drill.thing (sid, kind, parent, name, place, state, priority, doc, created_at)
                        select ?, kind, parent, name, place, state, priority, jsonb_set(doc, '{sid}', to_jsonb(?::text)),
                            created_at from drill.thing where sid = ?
                        """)) {
            copy.setString(1, twin);
            copy.setString(2, twin);
            copy.setString(3, service);
            assertThat(copy.executeUpdate())
                    .as("a twin, as a lost answer leaves it")
                    .isEqualTo(1);
        }

        JsonNode certificate = center.close();

        assertThat(certificate.path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
        try (Connection connection = TestStack.get().superuser();
                PreparedStatement first = connection.prepareStatement(
                        "select document::text from certificate where center_id = ? and not clean")) {
            first.setObject(1, center.id());
            try (ResultSet rows = first.executeQuery()) {
                assertThat(rows.next()).as("the first look found something").isTrue();
                assertThat(rows.getString(1)).contains(twin);
            }
        }
    }

    @Test
    void personalDataIsDestroyedWhenItsTimeIsOverAndNotBefore() {
        DrillCenter ended =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();
        DrillCenter running = DrillCenter.declare("noto-hotline", STANDBY);
        byte[] sealed = keys.encrypt(ended.id(), "+81300000000", "test");
        byte[] other = keys.encrypt(running.id(), "+81300000000", "test");
        UUID person = reach(ended);
        UUID otherPerson = reach(running);
        called(ended);
        called(running);
        assertThat(tracesOf(ended)).contains("call.caller_hash", "callback_request.number_hash", "recipient.personal");
        ended.close();
        Instant closedAt = Instant.parse(ended.get("").path("closedAt").asText());

        retention.destroyDue(closedAt.plus(Duration.ofDays(365)).minusSeconds(1));
        assertThat(keys.decrypt(ended.id(), sealed, "test")).isEqualTo("+81300000000");

        retention.destroyDue(closedAt.plus(Duration.ofDays(365)));
        assertThatThrownBy(() -> keys.decrypt(ended.id(), sealed, "test")).hasMessageContaining("destroyed");
        assertThat(keys.decrypt(running.id(), other, "test"))
                .as("of a center that runs")
                .isEqualTo("+81300000000");
        assertThat(recipients.read(ended.id(), List.of(person))).isEmpty();
        assertThat(recipients.byPhone(ended.id(), "+819012345678"))
                .as("hashes of contacts")
                .isEmpty();
        assertThat(tracesOf(ended)).as("columns that tell of people").isEmpty();
        assertThat(recipients.read(running.id(), List.of(otherPerson))).hasSize(1);
        assertThat(tracesOf(running)).contains("call.caller_hash", "callback_request.number_hash");
        assertThat(stream(ended.get("/journal")).map(e -> e.path("code").asText()))
                .contains("retention.destroyed");
    }

    @Test
    void whatCallersSaidIsHeardAndGoesAtTheCarrierWithTheRetention() {
        // given a caller who speaks after the tone, as the center is not open yet
        DrillCenter center =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();
        center.call("ja", List.of());
        Voicemails.Voicemail left = CenterWait.until(
                "the message is on record",
                Duration.ofSeconds(20),
                () -> voicemails.kept(center.id()).stream().findFirst().orElse(null));
        String sound = center.path() + "/voicemails/" + left.id();

        // when the crisis manager listens
        Api.Answer heard = as("crisis-manager").get(sound);

        // then
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.body().asText()).startsWith("RIFF");
        assertThat(voicemails.find(center.id(), left.id()).orElseThrow().heardBy())
                .isEqualTo("crisis-manager@drill.example");
        assertThat(center.close().path("voiceMessages").asInt())
                .as("the certificate tells of it")
                .isEqualTo(1);

        // when its time is over
        Instant closedAt = Instant.parse(center.get("").path("closedAt").asText());
        retention.destroyDue(closedAt.plus(Duration.ofDays(365)));

        // then the carrier has it no more
        assertThat(recordings.sound(Mode.DRILL, left.recordingSid())).isEmpty();
        assertThat(as("crisis-manager").get(sound).status()).isEqualTo(404);
    }

    private void called(DrillCenter center) {
        String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        byte[] number = keys.encrypt(center.id(), "+819012345678", "call.caller");
        sql.update(
                "insert into call (sid, center_id, started_at, caller_hash, caller_encrypted) values (?, ?, now(), ?, ?)",
                sid,
                center.id(),
                keys.lookupHash("+819012345678"),
                number);
        for (String asked : List.of("+819012345678", "+81312345678")) {
            sql.update(
                    "insert into callback_request (id, center_id, call_sid, language, number_hash, number_encrypted,"
                            + " asked_at) values (?, ?, ?, 'ja', ?, ?, now())",
                    UUID.randomUUID(),
                    center.id(),
                    sid,
                    keys.lookupHash(asked),
                    number);
        }
    }

    /** Every column of any room, by its name, that holds somebody's data or a hash of it for this center. */
    private List<String> tracesOf(DrillCenter center) {
        return sql.list("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.columns o on o.table_schema = c.table_schema and o.table_name = c.table_name
                            and o.column_name = 'center_id'
                        where c.table_schema = 'public' and c.table_name <> 'resource'
                            and (c.column_name ~ '(_hash|_encrypted|_sealed)$'
                            or (c.table_name, c.column_name) in (('recipient', 'personal'), ('recipient', 'person_key'),
                                ('recipient', 'phone_name'), ('recipient', 'attributes'), ('recipient_item', 'serial'),
                                ('suppression', 'contact'), ('center_key_set', 'wrapped')))
                        order by 1, 2""", row -> new String[] {row.getString(1), row.getString(2)}).stream()
                .filter(column -> sql.first(
                                "select 1 from " + column[0] + " where center_id = ? and " + column[1] + " is not null"
                                        + (column[0].equals("callback_request") && column[1].equals("number_hash")
                                                ? " and number_hash <> id::text"
                                                : ""),
                                row -> true,
                                center.id())
                        .isPresent())
                .map(column -> column[0] + "." + column[1])
                .toList();
    }

    private UUID reach(DrillCenter center) {
        Audience audience = audiences.create(center.id(), "residents", "JP", "ja", null, "manager@drill.example");
        return recipientStore
                .add(audience.id(), List.of(People.person("Kept", "+819012345678", "kept@example.jp")))
                .getFirst();
    }

    @Test
    void aNumberComesOutOfQuarantineInTimeAndServesTheNextCenter() {
        DrillCenter first =
                DrillCenter.declare("noto-hotline", STANDBY).launch().awaitAllReady();
        String number = first.number();
        JsonNode left = first.close().path("numbers").get(0);
        Instant until = Instant.parse(left.path("quarantinedUntil").asText());
        assertThat(Duration.between(Instant.now(), until).toDays())
                .as("days, as the pack says")
                .isBetween(179L, 181L);

        inventory.endQuarantines(until.minusSeconds(1));
        assertThat(stateOf(number)).isEqualTo("QUARANTINED");
        inventory.endQuarantines(until.plusSeconds(1));
        assertThat(stateOf(number)).isEqualTo("AVAILABLE");

        DrillCenter next = DrillCenter.declare("noto-hotline", STANDBY);
        assertThat(next.get("/plan").path("items").toString())
                .as("said before it happens")
                .contains("from standby stock");
        next.launch().awaitAllReady();
        assertThat(stateOf(next.number())).isEqualTo("IN_USE");
        next.close();
    }

    private static String stateOf(String number) {
        return stream(as("ops").get("/api/numbers?mode=DRILL").expect(200).body())
                .map(n -> n.path("number"))
                .filter(n -> n.path("e164").asText().equals(number))
                .map(n -> n.path("state").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
