package io.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under lint/ spoils a scenario: other facts, another jurisdiction, words replaced in the rendered notices.
 * What the linter must find stands in {@code expected.txt}. {@code -Dgolden.update=true} writes it anew.
 */
class LinterFailuresTest {
    private static final Path ROOT = Path.of("src/test/resources/lint");
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everythingWrongIsFoundAtOnce(Path folder) throws IOException {
        JsonNode spoil = Json.tree(Files.readString(folder.resolve("case.json")));
        Scenario sound = Scenario.read(SCENARIOS.resolve(spoil.get("scenario").asText()));
        Scenario scenario = new Scenario(
                sound.folder(),
                patched(sound.center(), spoil.path("center")),
                patched(sound.facts(), spoil.path("facts")),
                sound.pack());
        List<String> only =
                spoil.get("only").valueStream().map(JsonNode::asText).toList();
        List<RenderedNotice> notices = scenario.notices().stream()
                .filter(n -> only.contains(n.name() + "." + n.channel().code() + "." + n.language()))
                .map(n -> replaced(n, spoil.path("replace")))
                .toList();

        List<String> found = scenario.lint(notices).stream()
                .map(f -> f + " -> " + f.whatToDo().en() + " | " + f.message().ja() + " -> "
                        + f.whatToDo().ja())
                .toList();

        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(expected, found);
        }
        assertThat(found).as(folder.getFileName().toString()).isNotEmpty();
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(expected));
    }

    private static JsonNode patched(JsonNode sound, JsonNode patch) {
        ObjectNode copy = sound.deepCopy();
        patch.properties().forEach(e -> copy.set(e.getKey(), e.getValue()));
        return copy;
    }

    private static RenderedNotice replaced(RenderedNotice notice, JsonNode replace) {
        String subject = notice.subject();
        String body = notice.body();
        for (var entry : replace.properties()) {
            subject = subject.replace(entry.getKey(), entry.getValue().asText());
            body = body.replace(entry.getKey(), entry.getValue().asText());
        }
        return new RenderedNotice(notice.name(), notice.channel(), notice.language(), subject, body);
    }
}
