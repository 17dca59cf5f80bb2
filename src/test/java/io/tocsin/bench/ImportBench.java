package io.tocsin.bench;

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
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * A million dirty rows into an audience by the packaged application, from the order to start until the import says that
 * it is done, beside a bare binary COPY of a million finished recipients into an empty table with the same indexes.
 */
final class ImportBench {
    private static final int ROWS = Integer.getInteger("tocsin.bench.rows", 1_000_000);
    /** What a recipient has, the way it is copied. */
    private static final String COLUMNS =
            "center_id, audience_id, person_key, language, zone, country, region, phone_kind,"
                    + " has_email, phone_hash, email_hash, personal, attributes, link_code, suppressed_at, created_at";

    private final Stack stack;
    private final App app;
    private final Api manager;

    private ImportBench(Stack stack, App app) {
        this.stack = stack;
        this.app = app;
        this.manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
    }

    static void measure() throws Exception {
        Path file = Path.of("target/bench/dirty-list.csv");
        Files.createDirectories(file.getParent());
        DirtyList list = new DirtyList(ROWS);
        list.write(file, Charset.forName("windows-31j"));
        System.out.printf(
                "%d rows, %d MB: %d of people above, %d bad%n", ROWS, Files.size(file) >> 20, list.again(), list.bad());
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println);
                App app = new App(stack.plan().data(), stack.settings(), List.of()).start()) {
            app.awaitReady();
            new ImportBench(stack, app).run(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void run(Path file) throws Exception {
        String audience = audience();
        String path = ListUpload.send(app.url(), stack.people().tokenOf("crisis-manager"), audience, file);
        checkpoint();
        Instant begun = Instant.now();
        JsonNode done = importAll(path);
        double seconds = Duration.between(
                                Instant.parse(done.path("startedAt").asText()),
                                Instant.parse(done.path("endedAt").asText()))
                        .toMillis()
                / 1000.0;
        long resident = app.residentMegabytes();
        System.out.printf(
                "import: %.1f s (by its own clock), %.1f s as asked; %s%n",
                seconds, Duration.between(begun, Instant.now()).toMillis() / 1000.0, done);
        double bare = Math.min(bareCopy(), bareCopy());
        double withItems = bare + bareItems();
        ObjectNode details = Json.object();
        details.put("rows", done.path("rows").asLong());
        details.put("stored", done.path("stored").asLong());
        details.put("merged", done.path("merged").asLong());
        details.put("items", done.path("items").asLong());
        details.put("setAside", done.path("setAside").asLong());
        details.put("remarked", done.path("remarked").asLong());
        details.put("importSeconds", BenchFile.rounded(seconds));
        details.put("bareCopySeconds", BenchFile.rounded(bare));
        details.put("bareCopyWithItemsSeconds", BenchFile.rounded(withItems));
        details.put("ratioToBareCopyWithItems", BenchFile.rounded(withItems / seconds));
        details.put("segmentCountMs", segmentCount(audience));
        details.put("heapCapMb", App.HEAP_MB);
        details.put("residentMb", resident);
        details.put("bar", "ratio at least 0.25 (against recipients alone), heap at most 512 MB");
        BenchFile.write("import", bare / seconds, ROWS / seconds, ROWS / bare, details);
    }

    private String audience() throws Exception {
        String path = BenchCenter.declare(manager, Map.of("profile", "standby")).path() + "/audiences";
        String id = manager.post(path, Map.of("name", "buyers", "country", "JP", "language", "ja"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        return path + "/" + id;
    }

    /** How long a person waits for the size of a selection out of all. */
    private long segmentCount(String audience) {
        JsonNode segment = Json.tree("{\"all\":[{\"field\":\"model\",\"is\":[\"SM-N930\"]},"
                + "{\"field\":\"serial\",\"from\":\"R10000000\",\"to\":\"R10100000\"},"
                + "{\"field\":\"region\",\"is\":[\"東京都\"]}]}");
        long begun = System.nanoTime();
        JsonNode count = manager.post(audience + "/count", segment).expect(200).body();
        System.out.println("a segment of it: " + count);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private JsonNode importAll(String path) {
        manager.post(path + "/start", null).expect(202);
        return CenterWait.until("the import is done", Duration.ofMinutes(15), () -> {
            JsonNode now = manager.get(path).expect(200).body();
            if (now.path("state").asText().equals("FAILED")) {
                throw new IllegalStateException("the import failed: " + now);
            }
            return now.path("state").asText().equals("DONE") ? now : null;
        });
    }

    private void checkpoint() throws Exception {
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** Seconds for as many finished recipients as there were rows. */
    private double bareCopy() throws Exception {
        return copy(
                "recipient",
                "id, " + COLUMNS,
                // those stored, and so many of them once more under other keys that there are as many as rows
                "select id, " + COLUMNS + " from recipient union all (select gen_random_uuid(), "
                        + COLUMNS.replace("person_key", "substr(sha256(person_key), 1, 16)")
                                .replace("link_code", "translate(link_code, '0123456789', '5678901234') || 'x'")
                        + " from recipient limit (select greatest(0, " + ROWS + " - count(*)) from recipient))");
    }

    private double bareItems() throws Exception {
        String columns = "id, recipient_id, audience_id, center_id, item_key, model, serial, lot, quantity, attributes";
        return copy("recipient_item", columns, "select " + columns + " from recipient_item");
    }

    private double copy(String table, String columns, String rows) throws Exception {
        Path dump = Path.of("target/bench/" + table + ".copy");
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dump), 1 << 20)) {
                copying.copyOut("copy (" + rows + ") to stdout (format binary)", out);
            }
            statement.execute("create table bare (like " + table + " including all)");
            statement.execute("checkpoint");
            long begun = System.nanoTime();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
                long copied = copying.copyIn("copy bare (" + columns + ") from stdin (format binary)", in, 1 << 16);
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf("bare copy of %d rows of %s: %.1f s%n", copied, table, seconds);
                return seconds;
            }
        } finally {
            Files.deleteIfExists(dump);
            try (Connection connection = stack.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists bare");
            }
        }
    }
}
