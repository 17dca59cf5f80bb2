package io.tocsin.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one producer of this process: idempotent, so that its own retries neither double nor reorder. */
@ApplicationScoped
class KafkaPublisher {
    private final String servers;
    private final EventConfig config;
    private boolean topicsReady;
    private KafkaProducer<String, String> producer;

    KafkaPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, EventConfig config) {
        this.servers = servers;
        this.config = config;
    }

    record Message(String topic, String key, String value) {}

    /** Makes sure that the topics are there and that a producer is connected. */
    synchronized void prepare() throws InterruptedException, ExecutionException {
        if (!topicsReady) {
            createTopics();
            topicsReady = true;
        }
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            servers,
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.LINGER_MS_CONFIG,
                            0,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.BUFFER_MEMORY_CONFIG,
                            8L << 20,
                            ProducerConfig.CLIENT_ID_CONFIG,
                            "tocsin-relay"),
                    new StringSerializer(),
                    new StringSerializer());
        }
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .map(Topic::kafkaName)
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, config.partitions(), config.replicas()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Returns when the brokers have confirmed every message. */
    void publish(List<Message> messages) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> confirmations = new ArrayList<>(messages.size());
        for (Message message : messages) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(message.topic(), message.key(), message.value());
            record.headers().add("content-type", CloudEventJson.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
            confirmations.add(producer.send(record));
        }
        producer.flush();
        for (Future<RecordMetadata> confirmation : confirmations) {
            confirmation.get();
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
