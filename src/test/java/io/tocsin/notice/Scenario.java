package io.tocsin.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.regime.Regime;
import io.tocsin.regime.RegimeFolder;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.PhoneWords;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.ShippedPacks;
import io.tocsin.riskpack.StandardFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A real incident, as a folder: what the center is ({@code center.json}) and its facts ({@code facts.json}). */
record Scenario(Path folder, JsonNode center, JsonNode facts, RiskPack pack) {
    private static final Map<String, Regime> REGIMES =
            RegimeFolder.read(Path.of("templates/regimes")).regimes();

    static List<Scenario> all(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(Path folder) {
        JsonNode center = json(folder.resolve("center.json"));
        return new Scenario(
                folder,
                center,
                json(folder.resolve("facts.json")),
                ShippedPacks.pack(center.get("pack").asText(), new NoticePart()));
    }

    String name() {
        return folder.getFileName().toString();
    }

    List<String> languages() {
        return texts("languages");
    }

    List<RenderedNotice> notices() {
        List<RenderedNotice> notices = new ArrayList<>();
        for (NoticeTemplate template : pack.part(NoticeTemplates.class).in(languages())) {
            notices.add(NoticeRenderer.render(template, words(template.language())));
        }
        return notices;
    }

    List<LintFinding> lint(List<RenderedNotice> notices) {
        List<String> jurisdictions = texts("jurisdictions");
        List<Regime> regimes = pack.regimesIn(jurisdictions).stream()
                .map(REGIMES::get)
                .filter(r -> r.appliesTo(pack.id(), jurisdictions, facts))
                .toList();
        List<LintFinding> findings = new ArrayList<>();
        for (String language : languages()) {
            findings.addAll(NoticeLinter.lint(
                    notices.stream().filter(n -> n.language().equals(language)).toList(),
                    regimes,
                    new LintContext(
                            pack.facts(),
                            facts,
                            organization(language),
                            Set.of(text("centerNumber")),
                            List.of(text("country")),
                            List.of(text("noticeUrl")))));
        }
        return findings;
    }

    private Map<String, Object> words(String language) {
        Map<String, Object> words = new HashMap<>(FactSheets.words(pack.facts(), facts, language));
        words.put("organization", organization(language));
        words.put("centerNumber", PhoneWords.written(text("centerNumber"), text("country")));
        words.put("noticeUrl", text("noticeUrl") + "/" + language);
        StandardFacts.PERSONAL.forEach(name -> words.put(name, ""));
        words.put("noticeDate", FactSheets.date(LocalDate.parse(text("noticeDate")), language));
        return words;
    }

    private String organization(String language) {
        JsonNode name = center.get("organization");
        return name.isTextual() ? name.asText() : name.get(language).asText();
    }

    private String text(String field) {
        return center.get(field).asText();
    }

    private List<String> texts(String field) {
        return center.get(field).valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode json(Path file) {
        try {
            return Json.tree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
