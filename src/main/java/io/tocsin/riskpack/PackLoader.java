package io.tocsin.riskpack;

import io.tocsin.platform.Finding;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a pack of its files, or says everything that is wrong with them. */
public final class PackLoader {
    private final List<PackPart<?>> parts;
    private final Supplier<Set<String>> knownRegimes;

    /** @param knownRegimes ids of the regimes that packs may name */
    public PackLoader(List<PackPart<?>> parts, Supplier<Set<String>> knownRegimes) {
        this.parts = List.copyOf(parts);
        this.knownRegimes = knownRegimes;
    }

    /** What came of reading a pack. */
    public sealed interface Outcome {}

    public record Loaded(RiskPack pack) implements Outcome {}

    public record Broken(String packId, String version, List<Finding> findings) implements Outcome {}

    public Outcome load(String packId, PackFiles files) {
        Findings findings = new Findings();
        String version = files.hash();
        PackHead head = PackHead.read(files, knownRegimes.get(), findings);
        FactSchema facts = FactsFile.read(files, findings);
        if (facts.facts().isEmpty()) {
            // Without facts every text would be found wrong, which hides what is.
            return new Broken(packId, version, findings.all());
        }
        PackFrame frame = new PackFrame(packId, head.languages(), facts);
        Map<String, CapacityProfile> profiles = CapacityFile.read(files, head.languages(), findings);
        List<TalkScript> talk = TalkFiles.read(files, frame, findings);
        List<FaqEntry> faq = FaqFile.read(files, frame, findings);
        List<RunbookTask> runbook = RunbookFile.read(files, findings);
        ClosingMessages closing = ClosingFile.read(files, frame, findings);
        Map<Class<?>, Object> made = new HashMap<>();
        for (PackPart<?> part : parts) {
            parse(part, files, frame, findings, made);
        }
        if (!findings.isEmpty()) {
            return new Broken(packId, version, findings.all());
        }
        return new Loaded(new RiskPack(
                packId,
                version,
                head.title(),
                head.description(),
                head.languages(),
                facts,
                profiles,
                talk,
                faq,
                runbook,
                closing,
                head.regimes(),
                head.retentionDays(),
                head.quarantineDays(),
                files,
                Map.copyOf(made)));
    }

    private static void parse(
            PackPart<?> part, PackFiles files, PackFrame frame, Findings findings, Map<Class<?>, Object> made) {
        try {
            Object parsed = part.parse(files, frame, findings);
            if (parsed != null) {
                made.put(part.type(), parsed);
            }
        } catch (RuntimeException e) {
            // A part that stumbles over a file must not keep the author from seeing the other findings.
            findings.add(
                    "pack.yaml",
                    0,
                    Phrase.of("The part %s cannot be read: %s", "%s を読み込めません: %s")
                            .with(part.type().getSimpleName(), String.valueOf(e.getMessage())));
        }
    }
}
