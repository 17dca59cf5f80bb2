package io.tocsin.regime;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one regime from {@code templates/regimes/<id>.yaml}. */
final class RegimeFile {
    private static final Set<String> KEYS =
            Set.of("title", "jurisdictions", "packs", "when", "source", "obligations", "notices", "numberHold");
    private static final Set<String> OBLIGATION_KEYS =
            Set.of("code", "title", "when", "deadline", "evidence", "source", "verified");

    private RegimeFile() {}

    /** Whatever is wrong goes to the findings; the result is of use only if there are none. */
    static Regime read(String id, String file, String text, Findings findings) {
        YamlNode root = YamlNode.parse(file, text, findings);
        root.onlyKeys(KEYS);
        return new Regime(
                id,
                root.need("title").phrase(),
                texts(root.need("jurisdictions")),
                texts(root.need("packs")),
                conditions(root.at("when")),
                root.need("source").text(),
                root.at("obligations").items().stream()
                        .map(RegimeFile::obligation)
                        .toList(),
                root.at("notices").items().stream()
                        .flatMap(n -> NoticeRuleFile.read(n).stream())
                        .toList(),
                hold(root.at("numberHold")));
    }

    static List<String> texts(YamlNode list) {
        return list.items().stream().map(YamlNode::text).toList();
    }

    static List<Condition> conditions(YamlNode list) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode item : list.items()) {
            Condition.parse(item.text())
                    .ifPresentOrElse(
                            conditions::add,
                            () -> item.wrong(Phrase.of(
                                            "'%s' is not a condition; write for example: peopleCount > 1000",
                                            "'%s' は条件として読めません。例: peopleCount > 1000")
                                    .with(item.text())));
        }
        return conditions;
    }

    private static Regime.Obligation obligation(YamlNode node) {
        node.onlyKeys(OBLIGATION_KEYS);
        return new Regime.Obligation(
                node.need("code").text(),
                node.need("title").phrase(),
                conditions(node.at("when")),
                deadline(node.need("deadline")),
                node.need("evidence").phrase(),
                node.need("source").text(),
                node.at("verified").flag(true));
    }

    private static Deadline deadline(YamlNode node) {
        node.onlyKeys(Set.of("hours", "days", "workingDays", "withoutUndueDelay", "firstDayCounts"));
        if (node.at("hours").isPresent()) {
            return new Deadline.Hours(node.at("hours").number());
        }
        if (node.at("days").isPresent()) {
            return new Deadline.CalendarDays(
                    node.at("days").number(), node.at("firstDayCounts").flag(false));
        }
        if (node.at("workingDays").isPresent()) {
            return new Deadline.WorkingDays(node.at("workingDays").number());
        }
        if (node.isPresent() && !node.at("withoutUndueDelay").flag(false)) {
            node.wrong(Phrase.of(
                    "Give one of: hours, days, workingDays, withoutUndueDelay: true",
                    "hours・days・workingDays・withoutUndueDelay: true のいずれかを指定してください"));
        }
        return new Deadline.UndueDelay();
    }

    private static Optional<Regime.NumberHold> hold(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        node.onlyKeys(Set.of("days", "freephoneOnly", "source", "verified"));
        return Optional.of(new Regime.NumberHold(
                node.need("days").number(),
                node.at("freephoneOnly").flag(false),
                node.need("source").text(),
                node.at("verified").flag(true)));
    }
}
