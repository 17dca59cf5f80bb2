package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what reaches Kafka as it comes, and holds it against what was committed. */
final class RelayWatch {
    private static final String TOPIC = "tocsin.inquiry";

    private final String run;
    private final Map<UUID, Long> committedAt = new ConcurrentHashMap<>();
    private final Map<UUID, Long> arrivedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> lastSequence = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Thread reader;
    private volatile int arrived;
    private volatile int outOfOrder;
    private volatile int doubled;
    private volatile boolean stop;

    /** @param latencyMillis sorted */
    record Seen(int events, double[] latencyMillis, int outOfOrder, int missing, int doubled) {}

    RelayWatch(String servers, String run) {
        this.run = run;
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(p -> new TopicPartition(TOPIC, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeks now, before anything is written
        this.reader = Thread.ofPlatform().daemon().start(() -> read(consumer));
    }

    String run() {
        return run;
    }

    void committed(UUID id, long nanos) {
        committedAt.put(id, nanos);
    }

    private void read(KafkaConsumer<String, String> consumer) {
        try (consumer) {
            while (!stop) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(20))) {
                    long now = System.nanoTime();
                    JsonNode event = Json.tree(record.value());
                    if (event.path("data").path("run").asText().equals(run)) {
                        take(record.key(), event, now);
                    }
                }
            }
        }
    }

    private void take(String key, JsonNode event, long now) {
        String id = event.path("id").asText();
        if (!ids.add(id)) {
            doubled++;
            return;
        }
        arrivedAt.put(UUID.fromString(id), now);
        long sequence = event.path("data").path("sequence").asLong();
        Long before = lastSequence.put(key, sequence);
        if (before != null && sequence <= before) {
            outOfOrder++;
        }
        arrived++;
    }

    Seen awaitAll(int expected, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (arrived < expected && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        stop = true;
        reader.join();
        List<Double> latencies = new ArrayList<>();
        committedAt.forEach((id, committed) -> {
            Long seen = arrivedAt.get(id);
            if (seen != null) {
                // Kafka may be faster than our own commit call returns
                latencies.add(Math.max(0, (seen - committed) / 1e6));
            }
        });
        return new Seen(
                arrived,
                latencies.stream().mapToDouble(d -> d).sorted().toArray(),
                outOfOrder,
                expected - arrived,
                doubled);
    }
}
