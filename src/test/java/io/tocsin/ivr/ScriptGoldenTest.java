package io.tocsin.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Finding;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.FactSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Golden folders: a broken script stands beside the findings that it must give, a good one beside the TwiML of each of
 * its nodes in each language. A new case needs no Java; {@code -Dtocsin.golden.write=true} writes what is expected.
 */
class ScriptGoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/ivr");
    private static final boolean WRITE = Boolean.getBoolean("tocsin.golden.write");
    private static final FactSchema FACTS = new FactSchema(List.of(new FactSchema.Fact(
            "product",
            FactSchema.Type.TEXT,
            true,
            Phrase.same("Product"),
            Phrase.same("Product"),
            "Kettle",
            Map.of())));

    @TestFactory
    Stream<DynamicTest> aBrokenScriptIsRefusedWithLineAndReason() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("broken"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Findings findings = new Findings();
                        Scripts.read(Scripts.text(file), FACTS, findings);
                        String found =
                                findings.all().stream().map(Finding::toString).collect(Collectors.joining("\n")) + "\n";
                        assertThat(findings.all()).as("findings").isNotEmpty();
                        compare(Path.of(file.toString().replace(".yaml", ".expected")), found);
                    }));
        }
    }

    @TestFactory
    Stream<DynamicTest> aGoodScriptSoundsAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("good"))) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> sounds(folder)));
        }
    }

    private static void sounds(Path folder) throws IOException {
        String text = Scripts.text(folder.resolve("script.yaml"));
        Findings findings = new Findings();
        Scripts.read(text, FACTS, findings);
        assertThat(findings.all()).isEmpty();
        Map<String, Object> words = Map.of(
                "product", "Kettle \"X\"", "organization", "Example", "noticeUrl", "https://example.com/?a=1&b=2");
        LiveScript live = new LiveScript(
                Scripts.publication(text, Map.of("en", words, "ja", words), Scripts.LANGUAGES),
                Stage.OPEN,
                null,
                Scripts.BASE);
        Map<String, String> spoken = new TreeMap<>();
        for (String node : live.script().nodeNames()) {
            for (String language : List.of("", "en", "ja")) {
                String name = node + (language.isEmpty() ? "" : "." + language) + ".xml";
                spoken.put(name, twiml(live, Screen.of(node, Screen.Part.ENTER, language)));
            }
        }
        spoken.put("queue.en.wait.xml", twiml(live, Screen.waiting("queue", "en", 3, 7)));
        spoken.put("queue.en.left.xml", twiml(live, Screen.of("queue", Screen.Part.LEFT, "en")));
        spoken.put("menu.en.again.xml", twiml(live, Screen.of("menu", Screen.Part.AGAIN_AFTER_SILENCE, "en", 2)));
        spoken.put("link.en.not-mobile.xml", twiml(live, Screen.of("link", Screen.Part.SMS_NOT_MOBILE, "en")));
        spoken.put("preparing.xml", twiml(live, Screen.of("", Screen.Part.PREPARING, "")));
        spoken.put("closed.xml", twiml(live, Screen.of("", Screen.Part.CLOSED, "")));
        for (Map.Entry<String, String> screen : spoken.entrySet()) {
            compare(folder.resolve(screen.getKey()), screen.getValue());
        }
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> unused = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml") && !spoken.containsKey(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(unused).as("golden files that no screen uses").isEmpty();
        }
    }

    private static String twiml(LiveScript live, Screen screen) {
        return live.screen(screen).forCall("CA1").toString().replace("><", ">\n<") + "\n";
    }

    private static void compare(Path golden, String actual) throws IOException {
        if (WRITE) {
            Files.writeString(golden, actual);
        }
        assertThat(actual)
                .as(golden.toString())
                .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "(no file)");
    }
}
