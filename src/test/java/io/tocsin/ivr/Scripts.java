package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Mode;
import io.tocsin.platform.YamlNode;
import io.tocsin.riskpack.FactSchema;
import io.tocsin.riskpack.PackFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Scripts and publications for tests: the packs' own, with their facts filled in from the examples. */
final class Scripts {
    static final UUID CENTER = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final String BASE = "https://calls.example.com";
    static final List<String> LANGUAGES = List.of("en", "ja");
    static final List<String> PACKS = List.of("product-recall", "data-breach", "disaster");
    static final Path PACK_DIR = Path.of("templates/packs");

    private Scripts() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts as the pack declares them: names and types are all that a script needs to know. */
    static FactSchema facts(String pack) {
        YamlNode facts = YamlNode.parse(
                        "facts.yaml", text(PACK_DIR.resolve(pack).resolve("facts.yaml")), new Findings())
                .at("facts");
        List<FactSchema.Fact> all = new ArrayList<>();
        facts.entries()
                .forEach((name, at) -> all.add(new FactSchema.Fact(
                        name,
                        at.at("type").choice(FactSchema.Type.class).orElseThrow(),
                        at.at("mandatory").flag(false),
                        at.at("title").phrase(),
                        at.at("meaning").phrase(),
                        at.at("example").text(),
                        Map.of())));
        return new FactSchema(all);
    }

    static IvrScript read(String text, FactSchema facts, Findings findings) {
        return ScriptReader.read("script.yaml", text, new PackFrame("test", LANGUAGES, facts), findings);
    }

    static IvrScript ofPack(String pack, Findings findings) {
        return read(text(PACK_DIR.resolve(pack).resolve("script.yaml")), facts(pack), findings);
    }

    /** Example facts as spoken words; the examples are English, which does for both languages here. */
    static Map<String, Map<String, Object>> words(String pack) {
        Map<String, Object> words = new HashMap<>();
        facts(pack)
                .facts()
                .forEach(fact -> words.put(
                        fact.name(),
                        switch (fact.type()) {
                            case TEXTS, WORDS -> List.of(fact.example());
                            case TEXT, WORD, NUMBER, DATE, MOMENT, MONEY, PHONE, URL, EMAIL, CHOICE -> fact.example();
                        }));
        words.put("organization", "Example & Sons");
        words.put("centerNumber", "0120-000-000");
        words.put("noticeUrl", "https://example.com/n/1");
        words.put("noticeDate", "1 May");
        return Map.of("en", words, "ja", words);
    }

    static Publication publication(String script, Map<String, Map<String, Object>> words, List<String> languages) {
        return new Publication(
                CENTER,
                Mode.DRILL,
                "test",
                languages,
                script,
                Map.of("en", "{organization} has closed this line.", "ja", "{organization}の窓口は終了しました。"),
                words,
                "WW00000000000000000000000000000001",
                "+815000000000",
                "1 1 9");
    }

    static LiveScript live(String pack, Stage stage, String... languages) {
        return new LiveScript(
                publication(
                        text(PACK_DIR.resolve(pack).resolve("script.yaml")),
                        words(pack),
                        languages.length == 0 ? LANGUAGES : List.of(languages)),
                stage,
                null,
                BASE);
    }
}
