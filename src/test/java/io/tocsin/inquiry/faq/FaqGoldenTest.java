package io.tocsin.inquiry.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.ShippedPacks;
import io.tocsin.riskpack.StandardFacts;
import io.tocsin.stack.DrillCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether people's own words lead to the right entry: a file of questions per pack and language. */
class FaqGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/faq");
    private static final int FIRST = 3;
    private static final double LEAST = 0.85;
    private static final int FEWEST = 60;

    @ParameterizedTest
    @CsvSource({
        "product-recall, galaxy-note7, en", "product-recall, galaxy-note7, ja",
        "data-breach, kadokawa-breach, en", "data-breach, kadokawa-breach, ja",
        "disaster, noto-hotline, en", "disaster, noto-hotline, ja"
    })
    void theRightEntryIsAmongTheFirstThree(String packId, String scenario, String language) throws IOException {
        RiskPack pack = ShippedPacks.pack(packId);
        FaqIndex index = FaqIndex.of(
                RenderedEntry.of(pack.faq(), language, words(pack, DrillCenter.facts(scenario), language)), language);
        List<String> lines = Files.readAllLines(FOLDER.resolve(packId + "." + language + ".txt")).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .toList();
        assertThat(lines.stream().map(l -> plain(l.split(" \\| ", 2)[1])))
                .as("questions that were copied from the FAQ prove nothing")
                .doesNotContainAnyElementsOf(pack.faq().stream()
                        .flatMap(e -> e.questions().get(language).stream())
                        .map(FaqGoldenTest::plain)
                        .toList());
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" \\| ", 2);
            List<String> found =
                    index.search(parts[1], FIRST).stream().map(FaqHit::id).toList();
            if (!found.contains(parts[0])) {
                wrong.add(line + " -> " + found);
            }
        }
        double right = 1 - (double) wrong.size() / lines.size();
        System.out.printf(
                "faq %s %s: %d questions, %.3f among the first %d%n", packId, language, lines.size(), right, FIRST);
        wrong.forEach(w -> System.out.println("  " + w));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(right).as("right entry among the first three; %s", wrong).isGreaterThanOrEqualTo(LEAST);
    }

    private static String plain(String question) {
        return question.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Map<String, Object> words(RiskPack pack, JsonNode facts, String language) {
        Map<String, Object> words = new TreeMap<>(FactSheets.words(pack.facts(), facts, language));
        StandardFacts.PERSONAL.forEach(name -> words.put(name, ""));
        words.put(StandardFacts.ORGANIZATION, "Example Corporation");
        words.put(StandardFacts.NOTICE_URL, "https://recall.example/notices/1/" + language);
        words.put(StandardFacts.NOTICE_DATE, "2016-10-13");
        words.put(StandardFacts.CENTER_NUMBER, "0120-000-000");
        return words;
    }
}
