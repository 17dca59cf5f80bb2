package io.tocsin.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.audience.DirtyList;
import io.tocsin.audience.ListUpload;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A list is imported while the application is killed (SIGKILL) again and again in the middle of it; the same list is
 * imported into another audience in peace. Afterwards both hold the same people and items, to the last one.
 */
final class ImportChaos {
    private static final int ROWS = 300_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stack stack;
    private final Map<String, String> settings;
    private App app;

    private ImportChaos(Stack stack) {
        this.stack = stack;
        this.settings = stack.settings();
        settings.put("tocsin.audience.lease", "5s");
    }

    static boolean run(int kills) throws Exception {
        long seed = Long.getLong("tocsin.chaos.seed", System.nanoTime());
        System.out.println("chaos import: " + kills + " kills, seed " + seed);
        Path file = Path.of("target/chaos/dirty-list.csv");
        Files.createDirectories(file.getParent());
        new DirtyList(ROWS).write(file, StandardCharsets.UTF_8);
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println)) {
            return new ImportChaos(stack).run(file, kills, new Random(seed), seed);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private boolean run(Path file, int kills, Random random, long seed) throws Exception {
        start();
        String center = BenchCenter.declare(manager(), "Chaos", Map.of("profile", "standby"))
                .path();
        String peace = audience(center, "in peace");
        JsonNode undisturbed = await(begin(peace, file));
        String chaos = audience(center, "in chaos");
        String path = begin(chaos, file);
        int killed = 0;
        long done = 0;
        while (killed < kills && state(path).equals("RUNNING")) {
            long until = done + random.nextInt(ROWS / (2 * kills));
            CenterWait.until("rows go on", PATIENCE, () -> rows(path) > until ? true : null);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
            done = rows(path);
            app.kill();
            killed++;
            start();
        }
        JsonNode disturbed = await(path);
        app.close();
        ObjectNode result = Json.object();
        result.put("name", "import").put("kills", killed).put("seed", seed).put("rows", ROWS);
        for (String count : List.of("rows", "stored", "merged", "items", "setAside", "remarked")) {
            result.put(count + "InPeace", undisturbed.path(count).asLong());
            result.put(count + "InChaos", disturbed.path(count).asLong());
        }
        boolean same = digest(peace).equals(digest(chaos))
                && List.of("rows", "stored", "merged", "items", "setAside", "remarked").stream()
                        .allMatch(c -> undisturbed.path(c).equals(disturbed.path(c)));
        boolean held = same && killed == kills;
        result.put("samePeopleAndItems", same).put("held", held);
        System.out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        Files.writeString(Path.of("target/chaos/import.json"), result.toString());
        return held;
    }

    private void start() {
        app = new App(stack.plan().data(), settings, List.of()).start();
        app.awaitReady();
    }

    private Api manager() {
        return new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
    }

    private String audience(String center, String name) {
        return center + "/audiences/"
                + manager()
                        .post(center + "/audiences", Map.of("name", name, "country", "JP", "language", "ja"))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
    }

    private String begin(String audience, Path file) {
        String path = ListUpload.send(app.url(), stack.people().tokenOf("crisis-manager"), audience, file);
        manager().post(path + "/start", null).expect(202);
        return path;
    }

    private long rows(String path) {
        return manager().get(path).expect(200).body().path("rows").asLong();
    }

    private String state(String path) {
        return manager().get(path).expect(200).body().path("state").asText();
    }

    private JsonNode await(String path) {
        CenterWait.until("the import is done", PATIENCE, () -> state(path).equals("RUNNING") ? null : true);
        return manager().get(path).expect(200).body();
    }

    /** Over all people with all that is not random, and their items. */
    private String digest(String audiencePath) throws SQLException {
        String id = audiencePath.substring(audiencePath.lastIndexOf('/') + 1);
        try (var connection = stack.superuser();
                var rows = connection.createStatement().executeQuery("""
                        select md5(string_agg(t, ';' order by t)) from (
                            select concat_ws('|', r.person_key, r.language, r.zone, r.country, r.region, r.phone_kind,
                                r.phone_hash, r.email_hash, r.attributes, r.suppressed_at, i.item_key, i.model, i.serial,
                                i.lot, i.quantity, i.attributes) t
                              from recipient r left join recipient_item i on i.recipient_id = r.id
                             where r.audience_id = '%s') people""".formatted(id))) {
            rows.next();
            return rows.getString(1);
        }
    }
}
