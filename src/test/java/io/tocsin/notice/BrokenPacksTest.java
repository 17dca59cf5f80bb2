package io.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Finding;
import io.tocsin.riskpack.PackFiles;
import io.tocsin.riskpack.PackLoader;
import io.tocsin.riskpack.ShippedPacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under packs/broken is laid over packs/good; {@code <file>.deleted} takes a file away. What must be found
 * stands in {@code expected.txt}: file, line, reason. {@code -Dgolden.update=true} writes it anew.
 */
class BrokenPacksTest {
    private static final Path ROOT = Path.of("src/test/resources/packs");
    private static final String DELETED = ".deleted";

    static List<Path> broken() throws IOException {
        try (Stream<Path> cases = Files.list(ROOT.resolve("broken"))) {
            return cases.sorted().toList();
        }
    }

    @Test
    void theGoodPackIsTaken() {
        assertThat(load(files(ROOT.resolve("good")))).isInstanceOf(PackLoader.Loaded.class);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenPackIsRefusedWithFileLineAndReason(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>(files(ROOT.resolve("good")).texts());
        Map<String, String> overlay = new TreeMap<>(files(folder).texts());
        overlay.remove("expected.txt");
        overlay.forEach((path, text) -> {
            if (path.endsWith(DELETED)) {
                texts.remove(path.substring(0, path.length() - DELETED.length()));
            } else {
                texts.put(path, text);
            }
        });

        PackLoader.Outcome outcome = load(new PackFiles(texts));

        assertThat(outcome).as(folder.getFileName().toString()).isInstanceOf(PackLoader.Broken.class);
        List<String> found = ((PackLoader.Broken) outcome)
                .findings().stream()
                        .map(Finding::toString)
                        .map(f -> f.replaceAll("\\s+", " "))
                        .toList();
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(expected, found);
        }
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(expected));
    }

    @Test
    void theWorkedExampleOfTheGuideHolds() {
        Map<String, String> texts = new TreeMap<>(
                ShippedPacks.files(ShippedPacks.PACKS, "product-recall").texts());
        texts.merge("facts.yaml", """
                  bestBefore:
                    type: date
                    mandatory: true
                    title: {en: Best before, ja: 賞味期限}
                    meaning: {en: "The date printed on the packs concerned", ja: "対象品に印字された日付"}
                    example: "2026-12-01"
                """, String::concat);
        texts.merge("notices/notice.sms.ja.txt", "賞味期限 {bestBefore}。", String::concat);
        assertThat(load(new PackFiles(texts))).isInstanceOf(PackLoader.Loaded.class);

        texts.put("notices/notice.sms.en.txt", "{organization}: best before {bestBefor}.");

        assertThat(load(new PackFiles(texts)))
                .isInstanceOfSatisfying(PackLoader.Broken.class, broken -> assertThat(broken.findings())
                        .extracting(Finding::toString)
                        .containsExactly("notices/notice.sms.en.txt:1: 'bestBefor' is not a fact of this pack:"
                                + " add it to facts.yaml or correct the name"));
    }

    private static PackLoader.Outcome load(PackFiles files) {
        return ShippedPacks.loader(new NoticePart()).load("test", files);
    }

    private static PackFiles files(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackFiles(texts);
    }
}
