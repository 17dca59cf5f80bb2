package io.tocsin.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka, in order per key, at least once. One relay leads at a time, by a lock in the database that
 * ends with its connection: several at once would have to skip each other's rows and so reorder events of one key.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long LEADER_LOCK = 0x70C51;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final DataSource database;
    private final KafkaPublisher publisher;
    private final EventConfig config;
    private final Roles roles;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong oldestMillis = new AtomicLong();
    private final io.micrometer.core.instrument.Counter published;
    private Thread thread;

    Relay(
            DataSource database,
            KafkaPublisher publisher,
            EventConfig config,
            Roles roles,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
        this.published = meters.counter("tocsin.events.published");
        meters.gauge("tocsin.events.lag.ms", oldestMillis);
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("relay")) {
            thread = Thread.ofPlatform().name("event-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!stopped(pause)) {
            try (Connection connection = database.getConnection()) {
                publisher.prepare();
                if (lead(connection)) {
                    relayWhileLeading(connection);
                }
                pause = AFTER_TROUBLE;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                LOG.warnf("events wait in the outbox cause=%s", e.getMessage());
                pause = AFTER_TROUBLE;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean stopped(Duration pause) {
        try {
            return stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean lead(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LEADER_LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private void relayWhileLeading(Connection connection)
            throws SQLException, InterruptedException, ExecutionException {
        LOG.info("this process relays the events");
        try {
            Duration pause = Duration.ZERO;
            while (!stopped(pause)) {
                int count = relayOnce(connection);
                // Less than a full batch: whatever comes meanwhile travels together, which costs far less than one by
                // one.
                pause = count >= config.batch() ? Duration.ZERO : config.idle();
            }
        } finally {
            // the pool keeps the connection, and with it the lock, unless it is given back
            try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
                statement.setLong(1, LEADER_LOCK);
                statement.execute();
            }
        }
    }

    private record Row(long seq, UUID id, String topic, String key, String type, String data, Instant at) {}

    private int relayOnce(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        List<Row> rows = oldest(connection);
        if (rows.isEmpty()) {
            oldestMillis.set(0);
            return 0;
        }
        oldestMillis.set(Duration.between(rows.get(0).at(), clock.instant()).toMillis());
        publisher.publish(rows.stream()
                .map(r -> new KafkaPublisher.Message(
                        Topic.valueOf(r.topic()).kafkaName(),
                        r.key(),
                        CloudEventJson.write(r.id(), r.type(), r.key(), r.at(), r.data())))
                .toList());
        delete(connection, rows);
        published.increment(rows.size());
        return rows.size();
    }

    private List<Row> oldest(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select seq, event_id, topic, key, type, data, at from outbox order by seq limit ?")) {
            statement.setInt(1, config.batch());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            result.getObject(2, UUID.class),
                            result.getString(3),
                            result.getString(4),
                            result.getString(5),
                            result.getString(6),
                            result.getTimestamp(7).toInstant()));
                }
            }
        }
        return rows;
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where seq = any (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::seq).toArray()));
            statement.executeUpdate();
        }
    }
}
