package io.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notices that ship satisfy every regime at once, not only those of the incidents at hand. */
class EveryRegimeTest {
    private static final String EVERYWHERE = "{\"jurisdictions\": [\"US\", \"FR\", \"JP\"]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "galaxy-note7 | {`pictureUrl`: `https://example.com/p.jpg`, `collectionRate`: `50%`}",
                "galaxy-note7 | {`productCategory`: `vehicle`}",
                "galaxy-note7 | {`productCategory`: `food`, `identifiers`: [`L0612-A`], `fdaClass`: `class-1`}",
                "galaxy-note7 | {`productCategory`: `medical-device`, `identifiers`: [`L0612-A`], `fdaClass`: `class-3`}",
                "kadokawa-breach | {`healthData`: `yes`, `sensitiveData`: `yes`}",
                "noto-hotline | {}"
            })
    void aNoticeThatIsFullyFilledInHasNoFindings(String name, String facts) {
        Scenario sound = Scenario.read(Path.of("src/test/resources/scenarios", name));
        Scenario everywhere = new Scenario(
                sound.folder(), patched(sound.center(), EVERYWHERE), patched(sound.facts(), facts), sound.pack());

        assertThat(everywhere.lint(everywhere.notices())).isEmpty();
    }

    private static JsonNode patched(JsonNode sound, String patch) {
        ObjectNode copy = sound.deepCopy();
        Json.tree(patch.replace('`', '"')).properties().forEach(e -> copy.set(e.getKey(), e.getValue()));
        return copy;
    }
}
