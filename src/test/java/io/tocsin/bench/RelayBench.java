package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.App;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Events from the commit of their transaction to Kafka: how long each takes at 1,000 a second, whether the order per key
 * holds, and how fast the relay empties a full outbox beside a bare idempotent producer of the same messages.
 */
final class RelayBench {
    private static final int RATE = 1_000;
    private static final int SECONDS = 30;
    private static final int WRITERS = 4;
    private static final int KEYS = 40;
    private static final int BACKLOG = 50_000;

    private final Stack stack;
    private final Map<String, String> settings;

    private RelayBench(Stack stack, Map<String, String> settings) {
        this.stack = stack;
        this.settings = settings;
    }

    static void measure() throws Exception {
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println)) {
            Map<String, String> settings = stack.settings();
            try (App app = new App(stack.plan().data(), settings, List.of()).start()) {
                app.awaitReady();
                new RelayBench(stack, settings).run();
            }
        }
    }

    private void run() throws Exception {
        paced(5, new RelayWatch(stack.kafkaServers(), "warm")); // warm
        RelayWatch watch = new RelayWatch(stack.kafkaServers(), "paced");
        paced(SECONDS, watch);
        RelayWatch.Seen seen = watch.awaitAll(RATE * SECONDS, Duration.ofSeconds(60));
        double relay = backlog();
        double bare = bareProducer();
        ObjectNode details = Json.object();
        details.put("events", seen.events()).put("eventsPerSecond", RATE).put("seconds", SECONDS);
        details.put("commitToKafkaP50Ms", BenchFile.rounded(percentile(seen.latencyMillis(), 0.50)));
        details.put("commitToKafkaP99Ms", BenchFile.rounded(percentile(seen.latencyMillis(), 0.99)));
        details.put("commitToKafkaMaxMs", BenchFile.rounded(percentile(seen.latencyMillis(), 1)));
        details.put("outOfOrder", seen.outOfOrder())
                .put("missing", seen.missing())
                .put("doubled", seen.doubled());
        details.put("relayEventsPerSecond", Math.round(relay));
        details.put("bareProducerEventsPerSecond", Math.round(bare));
        details.put("bar", "commitToKafkaP99Ms at most 50, outOfOrder 0");
        BenchFile.write("relay", relay / bare, relay, bare, details);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                stack.databaseUrl(),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    /** Writes events as the outbox does: each in a transaction of its own, under its key's lock. */
    private void paced(int seconds, RelayWatch watch) throws Exception {
        AtomicLong[] sequences = new AtomicLong[KEYS];
        Arrays.setAll(sequences, i -> new AtomicLong());
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                writers.add(pool.submit(() -> {
                    try (Connection connection = connection()) {
                        write(connection, writer, seconds, watch, sequences);
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private static void write(Connection connection, int writer, int seconds, RelayWatch watch, AtomicLong[] sequences)
            throws SQLException {
        connection.setAutoCommit(false);
        long begun = System.nanoTime();
        int total = RATE * seconds / WRITERS;
        try (PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 7))");
                PreparedStatement insert =
                        connection.prepareStatement("insert into outbox (event_id, topic, key, type, data, at)"
                                + " values (?, 'INQUIRY', ?, 'bench.event', ?::jsonb, now())")) {
            for (int i = 0; i < total; i++) {
                LockSupport.parkNanos(begun + i * (1_000_000_000L * WRITERS / RATE) - System.nanoTime());
                int keyNumber = (i * WRITERS + writer) % KEYS;
                String key = watch.run() + "-" + keyNumber;
                lock.setString(1, key);
                lock.execute();
                UUID id = UUID.randomUUID();
                // drawn under the key's lock: the order that consumers must see
                long sequence = sequences[keyNumber].getAndIncrement();
                insert.setObject(1, id);
                insert.setString(2, key);
                insert.setString(3, "{\"run\":\"" + watch.run() + "\",\"sequence\":" + sequence + "}");
                insert.executeUpdate();
                connection.commit();
                watch.committed(id, System.nanoTime());
            }
        }
    }

    /** Events per second at which a full outbox is emptied. */
    private double backlog() throws Exception {
        RelayWatch watch = new RelayWatch(stack.kafkaServers(), "backlog");
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into outbox (event_id, topic, key, type, data, at) select gen_random_uuid(), 'INQUIRY',"
                            + " 'backlog-' || (n % " + KEYS + "), 'bench.event',"
                            + " jsonb_build_object('run', 'backlog', 'sequence', n / " + KEYS + "), now()"
                            + " from generate_series(0, ?) n")) {
                insert.setInt(1, BACKLOG - 1);
                insert.executeUpdate();
            }
            long begun = System.nanoTime();
            connection.commit();
            watch.awaitAll(BACKLOG, Duration.ofMinutes(2));
            return BACKLOG / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private double bareProducer() {
        String value = "{\"specversion\":\"1.0\",\"id\":\"" + UUID.randomUUID()
                + "\",\"source\":\"/tocsin\",\"type\":\"io.tocsin.bench.event\",\"subject\":\"k\",\"time\":\"2026-01-01T00:00:00Z\","
                + "\"datacontenttype\":\"application/json\",\"dataschema\":\"urn:tocsin:schema:bench.event\",\"data\":{\"sequence\":1}}";
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafkaServers(),
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new StringSerializer())) {
            double best = 0;
            for (int round = 0; round < 3; round++) {
                long begun = System.nanoTime();
                for (int i = 0; i < BACKLOG; i++) {
                    producer.send(new ProducerRecord<>("tocsin.inquiry", "bare-" + i % KEYS, value));
                }
                producer.flush();
                best = Math.max(best, BACKLOG / ((System.nanoTime() - begun) / 1e9));
            }
            return best;
        }
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share))];
    }
}
