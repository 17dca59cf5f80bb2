package io.tocsin.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.platform.KeySets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The journal with a real PostgreSQL that goes away and comes back. */
class CallJournalTest {
    private static final String MASTER_KEY = Base64.getUrlEncoder().encodeToString(new byte[32]);

    @TempDir
    Path dir;

    private final UUID center = UUID.randomUUID();
    private final StepIds ids = new StepIds(Instant.now());
    private EmbeddedPostgres postgres;
    private DataSource database;
    private CallJournal journal;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(dir.resolve("pg"))
                .setCleanDataDirectory(false)
                .start();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        database = source;
        execute("create role tocsin_app");
        for (String file : new String[] {"V010__platform.sql", "V070__ivr.sql"}) {
            execute(Files.readString(Path.of("src/main/resources/db/migration", file)));
        }
        KeySets.create(database, MASTER_KEY, center);
        journal = open();
    }

    @AfterEach
    void stop() throws Exception {
        journal.stop(null);
        postgres.close();
    }

    private CallJournal open() throws Exception {
        IvrConfig config = new TestConfig(dir.resolve("spill"));
        RowSealer sealer = new RowSealer(KeySets.of(database, MASTER_KEY));
        sealer.warm(center);
        CallJournal fresh = new CallJournal(
                config,
                new JournalStore(database, Clock.systemUTC(), config),
                sealer,
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        fresh.start(null);
        return fresh;
    }

    @Test
    void stepsOutliveADatabaseThatGoesAwayAndAreStoredOnce() throws Exception {
        record(0, 100);
        await().until(() -> count("call_journal") == 100);

        int port = postgres.getPort();
        postgres.close();
        record(100, 300);
        await().untilAsserted(() -> assertThat(spilledLines()).isEqualTo(200));
        postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dir.resolve("pg"))
                .setCleanDataDirectory(false)
                .start();

        await().atMost(Duration.ofSeconds(20)).until(() -> count("call_journal") == 300);
        assertThat(count("call")).isEqualTo(300);
        assertThat(number("select extract(epoch from max(durable_at - at)) from call_journal"))
                .as("longest time in memory only, in seconds")
                .isLessThan(2);
        await().untilAsserted(() -> assertThat(spilledLines()).isZero());
    }

    @Test
    void whatADeadProcessLeftOnDiskIsTakenOverAndWhatWasStoredAlreadyIsNotDoubled() throws Exception {
        record(0, 10);
        await().until(() -> count("call_journal") == 10);
        RowSealer sealer = new RowSealer(KeySets.of(database, MASTER_KEY));
        UUID known = UUID.fromString(text("select min(id::text) from call_journal"));
        SpillFile left = SpillFile.take(dir.resolve("spill/left.jsonl"), true).orElseThrow();
        left.append(Stream.of(step(known, 0), step(ids.next(Instant.now()), 77))
                .map(sealer::row)
                .toList());
        Files.writeString(dir.resolve("spill/left.jsonl"), "{\"id\":\"torn", java.nio.file.StandardOpenOption.APPEND);
        left.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> count("call_journal") == 11);
        assertThat(Files.exists(dir.resolve("spill/left.jsonl"))).isFalse();
    }

    @Test
    void noNumberStandsReadableAnywhere() throws Exception {
        record(0, 5);
        await().until(() -> count("call") == 5);

        assertThat(text("select string_agg(t::text, ' ') from call t")).doesNotContain("9012345678");
        assertThat(text("select string_agg(t::text, ' ') from call_journal t")).doesNotContain("9012345678");
    }

    private void record(int from, int to) {
        for (int call = from; call < to; call++) {
            journal.record(step(ids.next(Instant.now()), call));
        }
    }

    private Step step(UUID id, int call) {
        return new Step(
                id, "CA" + call, center, CallFlow.ENTRY, "", "", "", Instant.now(), "+819012345678", Answer.Note.NONE);
    }

    private long spilledLines() throws Exception {
        long lines = 0;
        try (Stream<Path> files = Files.list(dir.resolve("spill"))) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }

    private long count(String table) {
        try {
            return (long) number("select count(*) from " + table);
        } catch (Exception e) {
            return -1;
        }
    }

    private double number(String query) throws Exception {
        return Double.parseDouble(text(query));
    }

    private String text(String query) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record TestConfig(Path spillDir) implements IvrConfig {
        @Override
        public Duration journalEvery() {
            return Duration.ofMillis(100);
        }

        @Override
        public int journalCapacity() {
            return 50;
        }

        @Override
        public Duration journalPatience() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration compareEvery() {
            return Duration.ofSeconds(5);
        }
    }
}
