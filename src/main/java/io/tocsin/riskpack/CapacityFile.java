package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import io.tocsin.riskpack.CapacityProfile.NumberNeed;
import io.tocsin.riskpack.CapacityProfile.SeatNeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code capacity.yaml}: the sizes that a center can have. */
final class CapacityFile {
    private static final String FILE = "capacity.yaml";
    /** Every pack has these sizes, so that an activation means the same everywhere. */
    static final List<String> SIZES = List.of("standby", "small", "medium", "large");

    private static final Set<String> SITES = Set.of("headquarters", "second-site", "home", "partner", "any");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CapacityFile() {}

    static Map<String, CapacityProfile> read(PackFiles files, List<String> languages, Findings findings) {
        YamlNode node = PackYaml.open(FILE, files, findings).need("profiles");
        Map<String, CapacityProfile> profiles = new LinkedHashMap<>();
        node.entries().forEach((name, profile) -> profiles.put(name, profile(name, profile, languages)));
        if (node.isPresent()) {
            SIZES.stream()
                    .filter(s -> !profiles.containsKey(s))
                    .forEach(s -> node.wrong(Phrase.of("The profile '%s' is missing", "規模 '%s' の定義がありません")
                            .with(s)));
        }
        return profiles;
    }

    private static CapacityProfile profile(String name, YamlNode node, List<String> languages) {
        node.onlyKeys(Set.of("title", "numbers", "seats", "callsPerHour", "minimumSeats"));
        CapacityProfile profile = new CapacityProfile(
                name,
                node.need("title").phrase(),
                node.need("numbers").items().stream().map(CapacityFile::number).toList(),
                node.at("seats").items().stream().map(s -> seat(s, languages)).toList(),
                node.at("callsPerHour").number(0),
                node.at("minimumSeats").number(0));
        if (profile.minimumSeats() > profile.seatCount()
                && profile.seats().stream().noneMatch(s -> s.languages().contains(CapacityProfile.OTHERS))) {
            node.at("minimumSeats")
                    .wrong(Phrase.byCount(
                                    "%s seat cannot be signed in when only %s are planned",
                                    "%s seats cannot be signed in when only %s are planned",
                                    "計画上の席は%2$s席なので、%1$s席を開設条件にできません",
                                    profile.minimumSeats())
                            .with(profile.minimumSeats(), profile.seatCount()));
        }
        return profile;
    }

    private static NumberNeed number(YamlNode node) {
        node.onlyKeys(Set.of("role", "count", "type", "country"));
        YamlNode country = node.at("country");
        String code = country.text(CapacityProfile.JURISDICTION);
        if (!code.equals(CapacityProfile.JURISDICTION) && !COUNTRIES.contains(code)) {
            country.wrong(Phrase.of(
                            "'%s' is neither a country code nor 'jurisdiction'", "'%s' は国コードでも 'jurisdiction' でもありません")
                    .with(code));
        }
        return new NumberNeed(
                node.need("role").text(),
                atLeastOne(node.need("count")),
                node.need("type").choice(NumberType.class).orElse(NumberType.LOCAL),
                code);
    }

    private static SeatNeed seat(YamlNode node, List<String> languages) {
        node.onlyKeys(Set.of("count", "languages", "skills", "personalData", "site", "wave"));
        List<YamlNode> spoken = node.need("languages").items();
        spoken.stream()
                .filter(l -> !languages.contains(l.text())
                        && !l.text().equals(CapacityProfile.PRIMARY)
                        && !l.text().equals(CapacityProfile.OTHERS))
                .forEach(l -> l.wrong(Phrase.of(
                                "'%s' is neither a language of the pack nor 'primary' nor 'others'",
                                "'%s' はパックの言語でも primary・others でもありません")
                        .with(l.text())));
        YamlNode site = node.at("site");
        if (!SITES.contains(site.text("any"))) {
            site.wrong(Phrase.of("'%s' is no site; use one of: %s", "'%s' という拠点はありません。使えるのは: %s")
                    .with(site.text(), String.join(", ", SITES.stream().sorted().toList())));
        }
        return new SeatNeed(
                atLeastOne(node.need("count")),
                spoken.stream().map(YamlNode::text).toList(),
                node.at("skills").items().stream().map(YamlNode::text).toList(),
                node.at("personalData").flag(false),
                site.text("any"),
                node.at("wave").number(1));
    }

    private static int atLeastOne(YamlNode count) {
        int number = count.number();
        if (count.isPresent() && number < 1) {
            count.wrong(Phrase.of("At least 1 is needed", "1以上を指定してください"));
        }
        return number;
    }
}
