package io.tocsin.carrier;

import io.tocsin.audience.Audience;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.audience.Seeding;
import io.tocsin.platform.Ids;
import io.tocsin.platform.KeySets;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Sqls;
import io.tocsin.stack.Api;
import io.tocsin.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An open center with an audience, written straight into the database: for runs against a carrier that only takes messages. */
public final class SeededCenter {
    private static final int BATCH = 5_000;

    private final Stack stack;
    private final Map<String, String> settings;
    private final UUID id = Ids.next(Instant.now());

    public SeededCenter(Stack stack, Map<String, String> settings) {
        this.stack = stack;
        this.settings = settings;
    }

    public DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(stack.databaseUrl());
        database.setUser(settings.get("quarkus.datasource.username"));
        database.setPassword(settings.get("quarkus.datasource.password"));
        return database;
    }

    public Sql sql() {
        return Sqls.of(database());
    }

    /** Call when the application has made its tables. */
    public SeededCenter open(String packVersion) throws IOException, GeneralSecurityException {
        Sql sql = sql();
        Instant now = Instant.now();
        sql.update(
                "insert into incident_center (id, name, organization, pack_id, pack_version, aware_at, jurisdictions,"
                        + " country, languages, mode, phase, capacity, facts_version, live_facts, created_by, created_at,"
                        + " opened_at) values (?, 'load', 'Samsung Electronics America', 'product-recall', ?, ?, '{US}',"
                        + " 'US', '{en,ja}', 'DRILL', 'OPEN', ?, 1, 1, 'crisis-manager@drill.example', ?, ?)",
                id,
                packVersion,
                now,
                new Sql.JsonArgument("{\"profile\":\"small\"}"),
                now,
                now);
        sql.update(
                "insert into fact_sheet (center_id, version, facts, author, at, note) values (?, 1, ?, 'load', ?, '')",
                id,
                new Sql.JsonArgument(Files.readString(Path.of("src/test/resources/scenarios/galaxy-note7/facts.json"))),
                now);
        KeySets.create(database(), settings.get("tocsin.master-key"), id);
        for (String member : List.of("crisis-manager@drill.example", "supervisor@drill.example")) {
            sql.update("insert into center_member (center_id, member, since, by_hand) values (?, ?, ?, true)", id, member, now);
        }
        resource(sql, "number/main-1", "phone-number", "{\"phoneNumber\":\"+18005550100\"}", "PN1", now);
        resource(sql, "messaging", "messaging-service", "{}", "MG" + "0".repeat(32), now);
        return this;
    }

    private void resource(Sql sql, String name, String kind, String outputs, String vendorId, Instant now) {
        sql.update(
                "insert into resource (id, center_id, name, kind, vendor, mode, title_en, title_ja, spec, spec_hash,"
                        + " wanted, state, vendor_id, outputs, pending, due_at, checked_at, changed_at) values"
                        + " (?, ?, ?, ?, 'carrier', 'DRILL', '', '', '{}', '', true, 'READY', ?, ?, false, ?, ?, ?)",
                Ids.next(now),
                id,
                name,
                kind,
                vendorId,
                new Sql.JsonArgument(outputs),
                now,
                now.plusSeconds(86_400),
                now);
    }

    public String path() {
        return "/api/centers/" + id;
    }

    public static String number(int n) {
        return "+8190%08d".formatted(10_000_000 + n);
    }

    /** An audience of so many people with mobile phones. */
    public UUID audience(int people) throws GeneralSecurityException, SQLException {
        UUID audienceId = Ids.next(Instant.now());
        sql().update(
                        "insert into audience (id, center_id, name, country, language, created_by, created_at)"
                                + " values (?, ?, ?, 'JP', 'ja', 'load', ?)",
                        audienceId,
                        id,
                        "list " + audienceId,
                        Instant.now());
        Audience audience = new Audience(
                audienceId,
                id,
                "list",
                "JP",
                "ja",
                null,
                "load",
                Clock.systemUTC().instant(),
                0);
        for (int from = 0; from < people; from += BATCH) {
            List<NewRecipient> some = IntStream.range(from, Math.min(people, from + BATCH))
                    .mapToObj(n -> People.person("宛先 " + n, number(n), null))
                    .toList();
            Seeding.add(database(), settings.get("tocsin.master-key"), audience, some);
        }
        sql().update("analyze recipient");
        return audienceId;
    }

    /** Path of an approved announcement by SMS, not started. */
    public String approved(String appUrl, UUID audience) {
        Api manager = new Api(appUrl, () -> stack.people().tokenOf("crisis-manager"));
        Api supervisor = new Api(appUrl, () -> stack.people().tokenOf("supervisor"));
        String path = manager.post(
                        path() + "/announcements",
                        Map.of("audience", audience, "title", "load", "channels", List.of("SMS"), "dangerToLife", true))
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
        manager.post(path + "/submit", Map.of("override", "a load test")).expect(200);
        supervisor.post(path + "/approve", null).expect(200);
        return path;
    }
}
