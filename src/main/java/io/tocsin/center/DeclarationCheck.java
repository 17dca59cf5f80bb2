package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import io.tocsin.regime.Jurisdictions;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything wrong with a declaration, at once. */
final class DeclarationCheck {
    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private DeclarationCheck() {}

    static List<Violation> check(Declaration declared, Optional<RiskPack> pack, List<String> packIds, Instant now) {
        List<Violation> violations = new ArrayList<>();
        if (blank(declared.organization())) {
            violations.add(Violation.of(
                    "organization", "Give the organization's name as the public knows it.", "組織名を入力してください（公表用の名称）。"));
        }
        if (pack.isEmpty()) {
            violations.add(new Violation(
                    "pack",
                    Phrase.of("Choose one of the risk packs: %s.", "リスクパックを選んでください: %s")
                            .with(String.join(", ", packIds))));
        }
        if (declared.awareAt() == null) {
            violations.add(Violation.of(
                    "awareAt",
                    "Say when the organization learned of the incident: all legal clocks start there.",
                    "組織が事案を知った日時を入力してください（法定期限の起点になります）。"));
        } else if (declared.awareAt().isAfter(now.plusSeconds(60))) {
            violations.add(Violation.of("awareAt", "This moment is in the future.", "未来の日時は指定できません。"));
        }
        if (declared.mode() == null) {
            violations.add(Violation.of("mode", "Choose LIVE or DRILL.", "LIVE または DRILL を選んでください。"));
        }
        places(declared, violations);
        pack.ifPresent(p -> {
            languages(declared, p, violations);
            violations.addAll(CapacityNeeds.check(declared.capacity(), p));
            if (declared.facts() != null) {
                violations.addAll(FactSheets.check(p.facts(), declared.facts(), languagesOf(declared, p)));
            }
        });
        return violations;
    }

    static List<String> languagesOf(Declaration declared, RiskPack pack) {
        return declared.languages() == null || declared.languages().isEmpty()
                ? pack.languages()
                : declared.languages().stream().distinct().toList();
    }

    private static void places(Declaration declared, List<Violation> violations) {
        if (declared.jurisdictions() == null || declared.jurisdictions().isEmpty()) {
            violations.add(Violation.of(
                    "jurisdictions",
                    "Name the jurisdictions concerned, the most important first: US, JP, EU, DE ...",
                    "関係する法域を重要な順に入力してください（US、JP、EU、DE など）。"));
            return;
        }
        declared.jurisdictions().stream()
                .filter(j -> !COUNTRIES.contains(j) && !j.equals(Jurisdictions.EU))
                .forEach(j -> violations.add(new Violation(
                        "jurisdictions",
                        Phrase.of(
                                        "'%s' is no country code. Use two capital letters (US, JP, DE) or EU.",
                                        "「%s」は国コードではありません。大文字2文字（US、JP、DE）または EU を使ってください。")
                                .with(j))));
        if (declared.country() != null && !COUNTRIES.contains(declared.country())) {
            violations.add(new Violation(
                    "country",
                    Phrase.of("'%s' is no country code.", "「%s」は国コードではありません。").with(declared.country())));
        } else if (declared.country() == null && declared.jurisdictions().get(0).equals(Jurisdictions.EU)) {
            violations.add(Violation.of("country", "Say in which country the numbers shall be.", "番号を取得する国を指定してください。"));
        }
    }

    private static void languages(Declaration declared, RiskPack pack, List<Violation> violations) {
        languagesOf(declared, pack).stream()
                .filter(l -> !pack.languages().contains(l))
                .forEach(l -> violations.add(new Violation(
                        "languages",
                        Phrase.of("The pack has no texts in '%s'; it has %s.", "このパックには「%s」の文章がありません。あるのは %s です。")
                                .with(l, String.join(", ", pack.languages())))));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
