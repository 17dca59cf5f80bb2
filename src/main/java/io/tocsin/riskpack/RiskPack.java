package io.tocsin.riskpack;

import io.tocsin.platform.Phrase;
import io.tocsin.regime.Jurisdictions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prebuilt material for one kind of risk, checked as a whole.
 *
 * @param version SHA-256 in hex over the paths and texts of all files
 * @param languages that every text of the pack has, the first one the fallback
 * @param regimes ids of the regimes that may apply, by jurisdiction ({@code US}, {@code JP}, {@code EU})
 * @param retentionDays for which personal data of a center is kept after its closing
 * @param quarantineDays for which a center's numbers still answer, with the closing message, after its closing
 * @param parts what other rooms parsed, by type
 */
public record RiskPack(
        String id,
        String version,
        Phrase title,
        Phrase description,
        List<String> languages,
        FactSchema facts,
        Map<String, CapacityProfile> profiles,
        List<TalkScript> talk,
        List<FaqEntry> faq,
        List<RunbookTask> runbook,
        ClosingMessages closing,
        Map<String, List<String>> regimes,
        int retentionDays,
        int quarantineDays,
        PackFiles files,
        Map<Class<?>, Object> parts) {

    /** A part that another room owns, as its {@link PackPart} parsed it. */
    public <T> T part(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("pack " + id + " has no part " + type.getSimpleName());
        }
        return type.cast(part);
    }

    public Optional<CapacityProfile> profile(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /** Regimes of all the jurisdictions, without repetition, in order; a member state has those of the Union, too. */
    public List<String> regimesIn(Collection<String> jurisdictions) {
        Set<String> ids = new LinkedHashSet<>();
        regimes.forEach((ruled, named) -> {
            if (Jurisdictions.firstMatch(List.of(ruled), jurisdictions).isPresent()) {
                ids.addAll(named);
            }
        });
        return List.copyOf(ids);
    }

    /** The files whose words change when these facts change, with the facts that each of them uses. */
    public Map<String, Set<String>> filesUsing(Collection<String> factNames) {
        return FactUses.of(files, facts).entrySet().stream()
                .filter(use -> use.getValue().stream().anyMatch(factNames::contains))
                .collect(Collectors.toMap(Map.Entry::getKey, use -> use.getValue().stream()
                        .filter(factNames::contains)
                        .collect(Collectors.toSet())));
    }
}
