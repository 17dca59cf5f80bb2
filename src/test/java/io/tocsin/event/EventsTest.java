package io.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Json;
import io.tocsin.platform.YamlNode;
import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others hear of us on Kafka is true, in order, described, and tells nothing about people. */
@TocsinTest
class EventsTest {
    @Inject
    Outbox outbox;

    @Test
    void theWholeLifeOfACenterIsToldInOrderAsDescribed() {
        DrillCenter.roster(14);
        DrillCenter center = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitPhase("READY")
                .signIn();
        DrillCenter.as("crisis-manager")
                .post(center.path() + "/gate/overrides", Map.of("check", "seats", "reason", "one agent is enough"))
                .expect(200);
        center.open();
        var facts = center.currentFacts();
        facts.put("incidentReports", 97);
        center.edit("PUT", "/facts", Map.of("facts", facts, "note", "one more")).expect(200);
        center.edit("PUT", "/capacity", Map.of("profile", "small", "seats", 2)).expect(202);
        center.awaitAllReady();
        center.close();

        String key = center.id().toString();
        List<JsonNode> told = KafkaReader.read(Topic.CENTER.kafkaName(), key, "io.tocsin.center.closed").stream()
                .map(EventContract::checked)
                .toList();
        List<String> types = told.stream().map(e -> e.path("type").asText()).toList();
        assertThat(types.stream().filter(t -> !t.endsWith("resource-changed")))
                .containsExactly(
                        "io.tocsin.center.requested",
                        "io.tocsin.center.launched",
                        "io.tocsin.center.ready",
                        "io.tocsin.center.opened",
                        "io.tocsin.center.facts-revised",
                        "io.tocsin.center.capacity-changed",
                        "io.tocsin.center.draining",
                        "io.tocsin.center.tearing-down",
                        "io.tocsin.center.closed");
        assertThat(types.stream().map(t -> t.substring("io.tocsin.".length())).collect(Collectors.toSet()))
                .as("every type of a center that is described was met")
                .isEqualTo(described().stream()
                        .filter(type -> type.startsWith("center."))
                        .collect(Collectors.toSet()));
        assertThat(told.stream()
                        .filter(e -> e.path("type").asText().endsWith("facts-revised"))
                        .findFirst()
                        .orElseThrow()
                        .path("data")
                        .path("stale"))
                .as("what became stale")
                .isNotEmpty();
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        String key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(new NewEvent(Topic.INQUIRY, key, "test.never", Map.of()));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(new NewEvent(Topic.INQUIRY, key, "test.done", Map.of())));

        assertThat(KafkaReader.read(Topic.INQUIRY.kafkaName(), key, "io.tocsin.test.done"))
                .hasSize(1);
    }

    @Test
    void eventsOfOneKeyArriveInTheOrderOfTheirCommitsAndWithTheirKey() {
        List<String> keys =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        int each = 60;
        keys.parallelStream()
                .forEach(key -> IntStream.rangeClosed(1, each).forEach(i -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.add(new NewEvent(
                                Topic.CAMPAIGN, key, i == each ? "test.last" : "test.step", Map.of("n", i))))));

        for (String key : keys) {
            assertThat(KafkaReader.read(Topic.CAMPAIGN.kafkaName(), key, "io.tocsin.test.last").stream()
                            .map(r ->
                                    Json.tree(r.value()).path("data").path("n").asInt()))
                    .isEqualTo(IntStream.rangeClosed(1, each).boxed().toList());
        }
    }

    @Test
    void everyTopicExists() throws Exception {
        assertThat(KafkaReader.topics())
                .contains(Stream.of(Topic.values()).map(Topic::kafkaName).toArray(String[]::new));
    }

    @Test
    void theAsyncApiDocumentIsServedAndNamesEveryEvent() {
        Api anybody = new Api(TestStack.get().plan().appUrl(), null);
        String document = anybody.get("/api/asyncapi").expect(200).body().asText();
        Findings findings = new Findings();
        YamlNode yaml = YamlNode.parse("asyncapi.yaml", document, findings);

        assertThat(findings.all()).isEmpty();
        assertThat(yaml.at("asyncapi").text()).isEqualTo("3.0.0");
        Set<String> names = yaml.at("components").at("messages").entries().values().stream()
                .map(m -> m.at("name").text().substring("io.tocsin.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isEqualTo(described());
        for (String name : names) {
            assertThat(document).contains("$ref: schemas/" + name + ".json");
            assertThat(anybody.get("/api/schemas/" + name + ".json")
                            .expect(200)
                            .body()
                            .path("$id")
                            .asText())
                    .isEqualTo("urn:tocsin:schema:" + name);
        }
        anybody.get("/api/schemas/nothing.json").expect(404);
    }

    /** Held to the envelope's schema, its type's schema, its key, and to tell nothing about people. */
    private static Set<String> described() {
        try (Stream<Path> files = Files.list(EventContract.SCHEMAS)) {
            return files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .filter(n -> !n.equals("envelope"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
