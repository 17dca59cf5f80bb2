package io.tocsin.center;

import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody removes things in the carrier's console. */
@TocsinTest
class DriftTest {
    private static final String OF_SOMEBODY_ELSE = "PN-of-somebody-else";

    @Test
    void whatIsGoneAtTheCarrierIsSaidAndMadeAnewAndTheNoticesPrintTheNewNumber() throws SQLException {
        DrillCenter.roster(14);
        DrillCenter center = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitAllReady();
        JsonNode number = center.resource("number/main-1");
        String lost = center.number();
        String worker = center.resources("routing-worker")
                .get(0)
                .path("key")
                .path("name")
                .asText();
        assertThat(webPage(center)).contains(digits(lost));

        soldToSomebodyElse(number.path("vendorId").asText());
        behindOurBack(
                "delete from drill.thing where sid = ?",
                center.resource(worker).path("vendorId").asText());
        behindOurBack("update resource set checked_at = now() - interval '1 day' where center_id = ?", center.id());

        JsonNode drifted = center.awaitResource("number/main-1", "DRIFTED");
        center.awaitResource(worker, "DRIFTED");
        assertThat(drifted.path("whatToDo").path("en").asText()).contains("try again");
        assertThat(stream(center.get("/gate").path("checks"))
                        .filter(c -> !c.path("holds").asBoolean())
                        .map(c -> c.path("name").asText()))
                .contains("resources", "numbers");

        as("crisis-manager")
                .post(center.path() + "/resources/number/main-1/retry", null)
                .expect(200);
        as("crisis-manager")
                .post(center.path() + "/resources/" + worker + "/retry", null)
                .expect(200);
        center.awaitAllReady();

        assertThat(center.number()).isNotEqualTo(lost);
        assertThat(webPage(center)).contains(digits(center.number())).doesNotContain(digits(lost));
        assertThat(stream(center.get("/gate").path("checks"))
                        .filter(c -> !c.path("holds").asBoolean())
                        .map(c -> c.path("name").asText()))
                .as("only the agent has not signed in")
                .containsExactly("seats");
        assertThat(center.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
    }

    @AfterEach
    void putItBackOnTheShelf() throws SQLException {
        behindOurBack("delete from drill.thing where sid = ?", OF_SOMEBODY_ELSE);
    }

    /** The public page's digits, however the number is written there. */
    private static String webPage(DrillCenter center) {
        return digits(new Api(TestStack.get().plan().appUrl(), null)
                .get("/notices/" + center.id() + "/en")
                .expect(200)
                .body()
                .asText());
    }

    /** Without the country code, as numbers are written at home. */
    private static String digits(String text) {
        return text.replace("+1", "").replaceAll("\\D", "");
    }

    /** Not merely given back: the shop picks by lot, and might draw the very number that was lost. */
    private static void soldToSomebodyElse(String sid) throws SQLException {
        behindOurBack("""
                update drill.thing set sid = 'PN-of-somebody-else', name = 'somebody else',
                       doc = doc || '{"sid": "PN-of-somebody-else", "friendly_name": "somebody else"}'
                where sid = ?""", sid);
    }

    private static void behindOurBack(String sql, Object argument) throws SQLException {
        try (Connection connection = TestStack.get().superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument instanceof UUID id ? id : argument);
            statement.executeUpdate();
        }
    }
}
