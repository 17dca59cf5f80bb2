package io.tocsin.desk;

import io.tocsin.center.CenterTexts;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.PackTexts;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.riskpack.TalkScript;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The pack's talk scripts with the center's facts filled in, step by step. */
@ApplicationScoped
class TalkSteps {
    private static final int KEPT = 64;

    private final Centers centers;
    private final CenterTexts texts;
    private final RiskPacks packs;
    private final Map<Key, Talk> rendered = new ConcurrentHashMap<>();

    TalkSteps(Centers centers, CenterTexts texts, RiskPacks packs) {
        this.centers = centers;
        this.texts = texts;
        this.packs = packs;
    }

    private record Key(UUID centerId, int factsVersion, String language) {}

    /** @param factsVersion of the facts that are spoken here: what the inquiry's record says was told */
    public record Talk(int factsVersion, String language, List<Script> scripts) {}

    public record Script(String id, Phrase title, List<Step> steps, List<Question> difficult) {}

    /** @param name {@code opening}, {@code identify}, {@code core} or {@code closing} */
    public record Step(String name, Phrase title, String words) {}

    public record Question(String question, String answer) {}

    /** In the caller's language where the center speaks it. A version of the facts never changes, so it is written once. */
    Talk of(UUID centerId, String wanted) {
        IncidentCenter center = centers.get(centerId);
        int version = center.liveFacts() == null ? center.factsVersion() : center.liveFacts();
        String plain = wanted == null ? "" : wanted.split("-")[0];
        String language =
                center.languages().contains(plain) ? plain : center.languages().getFirst();
        if (rendered.size() > KEPT) {
            rendered.clear();
        }
        return rendered.computeIfAbsent(new Key(centerId, version, language), key -> write(center, key));
    }

    private Talk write(IncidentCenter center, Key key) {
        Map<String, Object> words =
                texts.of(center.id(), key.factsVersion()).words().get(key.language());
        List<TalkScript> scripts =
                packs.pinned(center.packId(), center.packVersion()).talk();
        return new Talk(
                key.factsVersion(),
                key.language(),
                scripts.stream()
                        .map(script -> script(script, key.language(), words))
                        .toList());
    }

    private static Script script(TalkScript script, String language, Map<String, Object> words) {
        List<Step> steps = new ArrayList<>();
        steps.add(step("opening", Phrase.of("Opening", "はじめに"), script.opening(), language, words));
        steps.add(step("identify", Phrase.of("Find out together", "確認"), script.identify(), language, words));
        steps.add(step("core", Phrase.of("What to tell", "ご案内"), script.core(), language, words));
        steps.add(step("closing", Phrase.of("Closing", "終わりに"), script.closing(), language, words));
        return new Script(
                script.id(),
                script.title(),
                List.copyOf(steps),
                script.difficult().stream()
                        .map(d -> new Question(text(d.question(), language, words), text(d.answer(), language, words)))
                        .toList());
    }

    private static Step step(
            String name, Phrase title, Map<String, String> template, String language, Map<String, Object> words) {
        return new Step(name, title, text(template, language, words));
    }

    private static String text(Map<String, String> template, String language, Map<String, Object> words) {
        return PackTexts.render(template.getOrDefault(language, template.getOrDefault("en", "")), words);
    }
}
