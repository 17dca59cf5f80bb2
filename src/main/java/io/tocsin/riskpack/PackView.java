package io.tocsin.riskpack;

import io.tocsin.platform.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A whole pack as the API gives it out. */
record PackView(
        String id,
        String version,
        Phrase title,
        Phrase description,
        List<String> languages,
        List<FactSchema.Fact> facts,
        Collection<CapacityProfile> profiles,
        List<TalkScript> talk,
        List<FaqEntry> faq,
        List<RunbookTask> runbook,
        ClosingMessages closing,
        Map<String, List<String>> regimes,
        int retentionDays,
        int quarantineDays,
        List<Text> notices) {

    static PackView of(RiskPack p) {
        return new PackView(
                p.id(),
                p.version(),
                p.title(),
                p.description(),
                p.languages(),
                p.facts().facts(),
                p.profiles().values(),
                p.talk(),
                p.faq(),
                p.runbook(),
                p.closing(),
                p.regimes(),
                p.retentionDays(),
                p.quarantineDays(),
                p.files().below("notices").stream()
                        .map(path -> new Text(path, p.files().texts().get(path)))
                        .toList());
    }

    /** A notice's template as its author wrote it. */
    record Text(String path, String template) {}

    /** A pack in a list. */
    record Line(String id, String version, Phrase title, Phrase description, List<String> languages) {
        static Line of(RiskPack p) {
            return new Line(p.id(), p.version(), p.title(), p.description(), p.languages());
        }
    }
}
