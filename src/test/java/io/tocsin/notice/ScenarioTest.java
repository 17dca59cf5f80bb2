package io.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.riskpack.FactSheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every real incident under src/test/resources/scenarios is expressible in its pack, renders to the expected notices
 * and passes the linter of its regimes. Run with {@code -Dgolden.update=true} to write the expected notices anew.
 */
class ScenarioTest {
    private static final Path ROOT = Path.of("src/test/resources/scenarios");

    static List<Scenario> scenarios() {
        return Scenario.all(ROOT);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theFactsAreExpressibleInThePack(Scenario scenario) {
        assertThat(FactSheets.check(scenario.pack().facts(), scenario.facts(), scenario.languages()))
                .as("violations of %s", scenario.name())
                .isEmpty();
        assertThat(FactSheets.missing(scenario.pack().facts(), scenario.facts(), scenario.languages()))
                .as("mandatory facts missing in %s", scenario.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theNoticesPassTheLinterOfTheirRegimes(Scenario scenario) {
        assertThat(scenario.lint(scenario.notices()))
                .as("lint findings of %s", scenario.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theNoticesReadAsExpected(Scenario scenario) throws IOException {
        Path expected = scenario.folder().resolve("expected");
        boolean update = Boolean.getBoolean("golden.update");
        if (update) {
            Files.createDirectories(expected);
        }
        Set<String> written = new TreeSet<>();
        for (RenderedNotice notice : scenario.notices()) {
            String file = notice.name() + "." + notice.channel().code() + "." + notice.language()
                    + (notice.channel() == Channel.WEB ? ".html" : ".txt");
            String text =
                    (notice.subject().isEmpty() ? "" : "Subject: " + notice.subject() + "\n\n") + notice.body() + "\n";
            written.add(file);
            if (update) {
                Files.writeString(expected.resolve(file), text);
            }
            assertThat(text).as(file).isEqualTo(Files.readString(expected.resolve(file)));
        }
        try (Stream<Path> files = Files.list(expected)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .as("expected notices that nobody renders any more")
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }
}
