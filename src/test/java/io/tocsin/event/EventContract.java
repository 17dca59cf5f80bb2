package io.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.tocsin.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What every event on Kafka must hold to. */
public final class EventContract {
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");

    private EventContract() {}

    /** The event, found to be as described and to tell nothing about people. */
    public static JsonNode checked(ConsumerRecord<String, String> message) {
        JsonNode event = Json.tree(message.value());
        assertThat(message.key()).as("key").isEqualTo(event.path("subject").asText());
        assertThat(schema("envelope").validate(event))
                .as("envelope of %s", event)
                .isEmpty();
        String type = event.path("type").asText().substring("io.tocsin.".length());
        assertThat(schema(type).validate(event.path("data")))
                .as("data of %s", event)
                .isEmpty();
        assertThat(event.path("dataschema").asText()).isEqualTo("urn:tocsin:schema:" + type);
        assertThat(message.value())
                .as("no name, no e-mail address, no phone number")
                .doesNotContain("@", "Drill Person", "+1", "Samsung")
                .doesNotContainPattern("\"[+]?[0-9]{8,}\"");
        return event;
    }

    private static JsonSchema schema(String name) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            Files.readString(SCHEMAS.resolve(name + ".json")),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("every event type needs its schema: " + name, e);
        }
    }
}
