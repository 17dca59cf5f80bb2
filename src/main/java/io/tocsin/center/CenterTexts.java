package io.tocsin.center;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.notice.LintContext;
import io.tocsin.notice.NoticeTemplates;
import io.tocsin.notice.NoticeUrls;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.regime.Jurisdictions;
import io.tocsin.regime.Regime;
import io.tocsin.riskpack.PhoneWords;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.StandardFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a center says, for rooms that write to people: templates, words and rules of one version of its facts. */
@ApplicationScoped
public class CenterTexts {
    private final Centers centers;
    private final FactSheetVersions factSheets;
    private final PlanMaker plans;
    private final CenterWords words;
    private final CenterDuties duties;
    private final Ledger ledger;
    private final NoticeUrls urls;

    CenterTexts(
            Centers centers,
            FactSheetVersions factSheets,
            PlanMaker plans,
            CenterWords words,
            CenterDuties duties,
            Ledger ledger,
            NoticeUrls urls) {
        this.centers = centers;
        this.factSheets = factSheets;
        this.plans = plans;
        this.words = words;
        this.duties = duties;
        this.ledger = ledger;
        this.urls = urls;
    }

    /**
     * @param languages the center's; the first is for readers of none of them
     * @param words by language: facts, standard facts, the center's number included
     * @param centerNumber as readers in the center's country write it
     */
    public record Texts(
            UUID centerId,
            Mode mode,
            int factsVersion,
            String organization,
            String centerNumber,
            List<String> languages,
            NoticeTemplates templates,
            Map<String, Map<String, Object>> words,
            LintContext lint,
            List<Regime> regimes) {
        public Texts {
            languages = List.copyOf(languages);
            words = Map.copyOf(words);
            regimes = List.copyOf(regimes);
        }

        /** The reader's language where the center speaks it, else the center's first. */
        public String languageFor(String wanted) {
            String plain = Locale.forLanguageTag(wanted).getLanguage();
            return languages.contains(plain) ? plain : languages.getFirst();
        }
    }

    /** @throws io.tocsin.platform.ProblemException {@code no-number} where the center has no number to name */
    public Texts of(UUID centerId, int factsVersion) {
        return QuarkusTransaction.joiningExisting().call(() -> read(centerId, factsVersion));
    }

    private Texts read(UUID centerId, int factsVersion) {
        IncidentCenter center = centers.get(centerId);
        RiskPack pack = plans.pack(center);
        FactSheetVersions.FactSheet sheet = factSheets.get(centerId, factsVersion);
        List<String> numbers = ledger.outputs(centerId, "phone-number", "phoneNumber").stream()
                .filter(PhoneWords::isE164)
                .toList();
        if (numbers.isEmpty()) {
            throw Problem.conflict(
                    "no-number",
                    Phrase.of(
                            "The center has no number yet that a message could name. Launch it first.",
                            "メッセージに記載するセンターの電話番号がまだありません。先に立ち上げてください。"));
        }
        String number = PhoneWords.written(numbers.getFirst(), center.country());
        Map<String, Map<String, Object>> all = new HashMap<>();
        words.of(
                        center,
                        pack,
                        sheet.facts(),
                        sheet.at()
                                .atZone(Jurisdictions.zoneOf(center.country()))
                                .toLocalDate())
                .forEach((language, ofLanguage) -> {
                    Map<String, Object> complete = new HashMap<>(ofLanguage);
                    complete.put(StandardFacts.CENTER_NUMBER, number);
                    all.put(language, Map.copyOf(complete));
                });
        LintContext lint = lintContext(center, pack, sheet, Set.copyOf(numbers), urls);
        return new Texts(
                centerId,
                center.mode(),
                factsVersion,
                center.organization(),
                number,
                center.languages(),
                pack.part(NoticeTemplates.class),
                all,
                lint,
                duties.regimes(center, pack, sheet.facts()));
    }

    static LintContext lintContext(
            IncidentCenter center,
            RiskPack pack,
            FactSheetVersions.FactSheet sheet,
            Set<String> numbers,
            NoticeUrls urls) {
        return new LintContext(
                pack.facts(),
                sheet.facts(),
                center.organization(),
                numbers,
                countries(center),
                center.languages().stream().map(l -> urls.of(center.id(), l)).toList());
    }

    static Set<String> numbers(List<Resource> resources) {
        return resources.stream()
                .filter(r -> r.kind().equals("phone-number") && r.outputs() != null && !r.isGone())
                .map(r -> r.outputs().path("phoneNumber").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> countries(IncidentCenter center) {
        Set<String> countries = new LinkedHashSet<>(List.of(center.country()));
        center.jurisdictions().stream()
                .filter(j -> Arrays.asList(Locale.getISOCountries()).contains(j))
                .forEach(countries::add);
        return List.copyOf(countries);
    }
}
