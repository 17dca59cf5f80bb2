package io.tocsin.announcement;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.event.Topic;
import io.tocsin.platform.Json;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes chunks of work from Kafka, as one of a consumer group. What it takes it works on to the end before it says so to
 * Kafka; a chunk that comes twice holds nothing to claim any more.
 */
@ApplicationScoped
class DispatchConsumer {
    private static final Logger LOG = Logger.getLogger(DispatchConsumer.class);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration COMMIT = Duration.ofSeconds(3);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);
    /** A chunk that nobody has begun for so long is taken by whoever has nothing to do. */
    private static final Duration HELP_AFTER = Duration.ofMillis(1_500);

    private final Dispatcher dispatcher;
    private final Chunks chunks;
    private final Roles roles;
    private final String servers;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile boolean held;
    private Thread thread;
    private volatile KafkaConsumer<String, String> consumer;

    DispatchConsumer(
            Dispatcher dispatcher,
            Chunks chunks,
            Roles roles,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.chunks = chunks;
        this.roles = roles;
        this.servers = servers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("dispatcher")) {
            thread = Thread.ofPlatform().name("dispatch").daemon().start(this::run);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        KafkaConsumer<String, String> present = consumer;
        if (present != null) {
            present.wakeup();
        }
        if (thread != null) {
            thread.join(3_000);
            thread.interrupt();
        }
    }

    /** For tests that take the steps themselves. */
    void hold(boolean on) {
        held = on;
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<String, String> opened = open()) {
                consumer = opened;
                opened.subscribe(List.of(Topic.DISPATCH.kafkaName()));
                while (!stopping) {
                    consume(opened);
                }
            } catch (WakeupException | InterruptException | InterruptedException e) {
                if (!stopping) {
                    LOG.warn("interrupted while dispatching; beginning anew");
                }
            } catch (KafkaException e) {
                LOG.warnf("dispatching waits for Kafka cause=%s", e.getMessage());
                LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
            } catch (RuntimeException e) {
                LOG.error("dispatching begins anew", e);
                LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
            }
        }
    }

    private void consume(KafkaConsumer<String, String> from) throws InterruptedException {
        var records = from.poll(POLL);
        for (ConsumerRecord<String, String> message : records) {
            work(message);
        }
        if (records.isEmpty()) {
            help();
        } else {
            commit(from);
        }
    }

    /** Whoever got the partition meanwhile finds nothing left to claim in these chunks. */
    private static void commit(KafkaConsumer<String, String> from) {
        try {
            from.commitSync(COMMIT);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.debugf("chunks will come again cause=%s", e.getMessage());
        }
    }

    private void work(ConsumerRecord<String, String> message) throws InterruptedException {
        JsonNode data = Json.tree(message.value()).path("data");
        work(
                UUID.fromString(data.path("announcement").asText()),
                data.path("chunk").asInt());
    }

    /** Until it is done: while the database does not answer, the chunk waits here. */
    private void work(UUID announcementId, int chunk) throws InterruptedException {
        while (!stopping && !held) {
            try {
                dispatcher.work(announcementId, chunk);
                return;
            } catch (SQLException | Sql.DatabaseException e) {
                LOG.warnf("dispatching waits for the database cause=%s", e.getMessage());
                Thread.sleep(AFTER_TROUBLE);
            }
        }
    }

    private void help() throws InterruptedException {
        if (held) {
            return;
        }
        try {
            var waiting = chunks.waiting(clock.instant().minus(HELP_AFTER));
            if (waiting.isPresent()) {
                work(waiting.get().announcementId(), waiting.get().chunk());
            }
        } catch (Sql.DatabaseException e) {
            LOG.debugf("nothing to help with cause=%s", e.getMessage());
        }
    }

    private KafkaConsumer<String, String> open() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "tocsin-dispatch",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2,
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                        600_000,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        8_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        2_000,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        5_000,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName()),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
