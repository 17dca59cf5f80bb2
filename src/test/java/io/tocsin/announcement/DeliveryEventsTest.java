package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.People;
import io.tocsin.event.EventContract;
import io.tocsin.event.KafkaReader;
import io.tocsin.event.Topic;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Sql;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever listens on Kafka hears what became of each message. */
@TocsinTest
class DeliveryEventsTest {
    @Inject
    OpenCenter open;

    @Inject
    AnnouncementEvidence evidence;

    @Inject
    Sql sql;

    @Test
    void whatBecomesOfAMessageIsToldInOrderForEachRecipient() {
        String fine = OpenCenter.number();
        String unreachable = OpenCenter.number();
        OpenCenter.manager()
                .put("/api/drill/phones/" + unreachable, Map.of("sms", "undelivered"))
                .expect(200);
        String path = open.approved(
                open.audience(List.of(
                        People.person("届く", fine, null), People.person("届かない", unreachable, "told@people.example"))),
                Map.of("channels", List.of("SMS", "EMAIL")));
        OpenCenter.manager().post(path + "/start", null).expect(202);
        OpenCenter.awaitState(path, "COMPLETED");

        assertThat(told(recipient(path, "DELIVERED"), "delivered")).containsExactly("sent SMS", "delivered SMS");
        List<String> fallenBack = told(recipient(path, "FAILED"), "sent", "EMAIL");
        assertThat(fallenBack).containsExactly("sent SMS", "failed SMS", "sent EMAIL");
    }

    @Test
    void theEvidenceCountsWhatBecameOfEachMessageAndNamesWhoDecided() {
        String path = open.approved(open.audience(OpenCenter.mobiles(2)), Map.of());
        OpenCenter.manager().post(path + "/start", null).expect(202);
        OpenCenter.awaitState(path, "COMPLETED");

        AnnouncementEvidence.Proof proof = evidence.of(open.center().id()).stream()
                .filter(p -> p.announcement().id().equals(OpenCenter.id(path)))
                .findFirst()
                .orElseThrow();

        assertThat(proof.messages())
                .containsExactly(new AnnouncementEvidence.Count(
                        Channel.SMS,
                        DeliveryState.DELIVERED,
                        null,
                        proof.announcement().factsVersion(),
                        2));
        assertThat(proof.journal().stream().map(e -> e.code() + " by " + e.actor()))
                .contains("announcement.approved by supervisor@drill.example");
    }

    private UUID recipient(String path, String state) {
        return sql.first(
                        "select recipient_id from delivery where announcement_id = ? and channel = 'SMS' and state = ?",
                        row -> row.getObject(1, UUID.class),
                        OpenCenter.id(path),
                        state)
                .orElseThrow();
    }

    private static List<String> told(UUID recipient, String last) {
        return told(recipient, last, "SMS");
    }

    private static List<String> told(UUID recipient, String last, String channel) {
        return KafkaReader.read(
                        Topic.DELIVERY.kafkaName(),
                        recipient.toString(),
                        event -> event.path("type").asText().endsWith("." + last)
                                && event.path("data").path("channel").asText().equals(channel))
                .stream()
                .map(EventContract::checked)
                .map(DeliveryEventsTest::words)
                .toList();
    }

    private static String words(JsonNode event) {
        String type = event.path("type").asText();
        return type.substring(type.lastIndexOf('.') + 1) + " "
                + event.path("data").path("channel").asText();
    }
}
