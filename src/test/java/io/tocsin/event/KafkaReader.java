package io.tocsin.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning, as somebody who hears of us for the first time. */
public final class KafkaReader {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private KafkaReader() {}

    /** All records of one key up to the first of this type, which is waited for. */
    public static List<ConsumerRecord<String, String>> read(String topic, String key, String lastType) {
        return read(topic, key, event -> event.path("type").asText().equals(lastType));
    }

    /** All records of one key up to the first that is the last, which is waited for. */
    public static List<ConsumerRecord<String, String>> read(String topic, String key, Predicate<JsonNode> last) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.get().kafkaServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.key().equals(key)) {
                        found.add(message);
                        if (last.test(Json.tree(message.value()))) {
                            return found;
                        }
                    }
                }
            }
            throw new AssertionError(
                    "the awaited event did not come for " + key + " within " + PATIENCE + "; came: " + found);
        }
    }

    static Set<String> topics() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.get().kafkaServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
