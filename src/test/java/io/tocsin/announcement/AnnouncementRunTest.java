package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.platform.Sql;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From an approved draft to delivered messages, through Kafka and the carrier's API. */
@TocsinTest
class AnnouncementRunTest {
    @Inject
    OpenCenter open;

    @Inject
    Sql sql;

    @Test
    void theAuthorCannotApproveAndNothingStartsUnapproved() {
        UUID audience = open.audience(OpenCenter.mobiles(1));
        String path = OpenCenter.manager()
                .post(
                        open.center().path() + "/announcements",
                        Map.of("audience", audience, "title", "four eyes", "channels", List.of("SMS")))
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
        OpenCenter.manager().post(path + "/start", null).expect(409);
        OpenCenter.manager()
                .post(path + "/submit", Map.of("override", "a test"))
                .expect(200);

        JsonNode refused =
                OpenCenter.manager().post(path + "/approve", null).expect(409).body();

        assertThat(refused.path("type").asText()).endsWith("second-person");
        OpenCenter.supervisor().post(path + "/approve", null).expect(200);
        assertThat(open.states(OpenCenter.id(path))).isEmpty();
    }

    @Test
    void everybodyGetsItOnceWithOrganizationNumberAndTheirOwnLink() {
        List<NewRecipient> people = OpenCenter.mobiles(60);
        String path = open.approved(open.audience(people), Map.of());

        OpenCenter.manager().post(path + "/start", null).expect(202);
        JsonNode end = OpenCenter.awaitState(path, "COMPLETED");

        assertThat(end.path("counts").path("DELIVERED").asLong()).as("%s", end).isEqualTo(60);
        for (NewRecipient person : people) {
            assertThat(open.sentTo(person.phone().e164())).isEqualTo(1);
        }
        List<String> bodies = sql.list(
                "select doc ->> 'body' from drill.thing where kind = 'MESSAGE' and name = any (?)",
                row -> row.getString(1),
                (Object) people.stream().map(p -> p.phone().e164()).toArray(String[]::new));
        assertThat(bodies).hasSize(60).doesNotHaveDuplicates().allMatch(b -> b.contains("/r/"));
        assertThat(DrillCenter.stream(OpenCenter.manager()
                                .get(path + "/journal")
                                .expect(200)
                                .body())
                        .map(e -> e.path("code").asText()))
                .containsExactly(
                        "announcement.drafted",
                        "announcement.submitted",
                        "announcement.approved",
                        "announcement.started",
                        "announcement.completed");
    }

    @Test
    void badNumbersAreSetAsideWithAReasonAndTheOthersGoOut() {
        List<NewRecipient> people = new ArrayList<>(OpenCenter.mobiles(199));
        people.add(People.person("短い番号", "+81900", null));
        String path = open.approved(open.audience(people), Map.of());

        OpenCenter.manager().post(path + "/start", null).expect(202);
        JsonNode counts = OpenCenter.awaitState(path, "COMPLETED").path("counts");

        assertThat(counts.path("DELIVERED").asLong()).isEqualTo(199);
        assertThat(counts.path("FAILED").asLong()).isEqualTo(1);
    }

    @Test
    void aSoundNoticeIsSubmittedAsItIsAndOneWithFindingsOnlyWithAReasonOnTheRecord() {
        DrillCenter center = OpenCenter.open();
        UUID audience = open.audienceOf(center, OpenCenter.mobiles(2));
        String sound = draft(center, audience);
        OpenCenter.manager().post(sound + "/submit", null).expect(200);
        var facts = center.currentFacts();
        facts.remove("hazard");
        center.edit("PUT", "/facts", Map.of("facts", facts, "note", "no hazard"))
                .expect(200);
        center.awaitAllReady();
        String wanting = draft(center, audience);

        JsonNode refused =
                OpenCenter.manager().post(wanting + "/submit", null).expect(409).body();

        assertThat(refused.path("type").asText()).endsWith("notice-findings");
        assertThat(refused.path("violations")).isNotEmpty();
        OpenCenter.manager()
                .post(wanting + "/submit", Map.of("override", "every minute counts"))
                .expect(200);
        assertThat(OpenCenter.manager()
                        .get(wanting)
                        .expect(200)
                        .body()
                        .path("overrideReason")
                        .asText())
                .isEqualTo("every minute counts");
    }

    private static String draft(DrillCenter center, UUID audience) {
        return OpenCenter.manager()
                .post(
                        center.path() + "/announcements",
                        Map.of("audience", audience, "title", "lint", "channels", List.of("SMS", "EMAIL", "LETTER")))
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aPreviewShowsWhatOneRecipientReadsAndATestReachesStaffOnly() {
        UUID audience = open.audience(OpenCenter.mobiles(1));
        String path = draft(open.center(), audience);
        UUID recipient = sql.first(
                        "select id from recipient where audience_id = ?", row -> row.getObject(1, UUID.class), audience)
                .orElseThrow();

        JsonNode read = OpenCenter.manager()
                .get(path + "/preview?recipient=" + recipient)
                .expect(200)
                .body();

        assertThat(read.get(0).path("encoding").asText()).isEqualTo("UCS-2");
        assertThat(read.get(0).path("segments").asInt()).isPositive();
        assertThat(read.get(0).path("text").asText()).contains("/r/").contains("Samsung");
        String staff = OpenCenter.number();
        JsonNode tested = OpenCenter.manager()
                .post(path + "/test", Map.of("phones", List.of(staff), "emails", List.of("staff@company.example")))
                .expect(200)
                .body();
        assertThat(DrillCenter.stream(tested).allMatch(r -> r.path("sent").asBoolean()))
                .as("%s", tested)
                .isTrue();
        assertThat(open.sentTo(staff)).as("once per language").isEqualTo(2);
        assertThat(open.states(OpenCenter.id(path))).isEmpty();
    }
}
