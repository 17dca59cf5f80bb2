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
        OpenCenter.manager().post(path + "/submit", Map.of("override", "a test")).expect(200);

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

        assertThat(end.path("counts").path("DELIVERED").asLong())
                .as("%s", end)
                .isEqualTo(60);
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
}
