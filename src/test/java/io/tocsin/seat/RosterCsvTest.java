package io.tocsin.seat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Violation;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters as people send them: each {@code roster/<case>.csv} against what {@code <case>.json} says becomes of it. */
@TocsinTest
class RosterCsvTest {
    private static final Path CASES = Path.of("src/test/resources/roster");

    @Inject
    Roster roster;

    @ParameterizedTest
    @ValueSource(strings = {"japanese-with-bom", "bad-lines"})
    @Transactional
    void everyLineIsTakenOrSetAsideWithItsReasons(String name) throws IOException {
        JsonNode expected = Json.tree(Files.readString(CASES.resolve(name + ".json")));
        roster.delete("email like '%@golden.example'");

        Roster.Import imported = roster.importCsv(Files.readString(CASES.resolve(name + ".csv")), "tester");

        assertThat(imported.added())
                .as("added")
                .isEqualTo(expected.path("added").asInt());
        assertThat(imported.updated())
                .as("updated")
                .isEqualTo(expected.path("updated").asInt());
        ObjectNode refused = Json.object();
        imported.refused()
                .forEach(line -> refused.put(
                        Long.toString(line.line()),
                        String.join(
                                ",",
                                line.violations().stream().map(Violation::field).toList())));
        ObjectNode expectedRefused = Json.object();
        expected.path("refused")
                .forEach(line -> expectedRefused.put(
                        line.path("line").asText(),
                        String.join(
                                ",",
                                DrillCenter.stream(line.path("fields"))
                                        .map(JsonNode::asText)
                                        .toList())));
        assertThat(refused).as("lines set aside").isEqualTo(expectedRefused);
        for (JsonNode person : expected.path("people")) {
            ObjectNode taken = ((ObjectNode) Json.tree(
                    roster.personByEmail(person.path("email").asText()).orElseThrow()));
            taken.remove("id");
            assertThat(taken).isEqualTo(person);
        }
    }

    @Test
    @Transactional
    void whatIsNoRosterTakesNobodyIn() {
        Roster.Import imported = roster.importCsv("colour,size\n\"blue,never closed", "tester");

        assertThat(imported.added() + imported.updated()).isZero();
        assertThat(imported.refused()).hasSize(1);
    }

    @Test
    @Transactional
    void whoeverWasTakenOffTheRosterComesBackWithTheNextOne() {
        String csv = "name,email,ring,languages\nBack Again,back@golden.example,+12025550149,en\n";
        roster.importCsv(csv, "tester");
        roster.retire(roster.personByEmail("back@golden.example").orElseThrow().id(), "tester");
        assertThat(roster.people().stream().map(Person::email)).doesNotContain("back@golden.example");

        roster.importCsv(csv, "tester");

        assertThat(roster.people().stream().map(Person::email)).contains("back@golden.example");
    }
}
