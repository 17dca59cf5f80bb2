package io.tocsin.notice;

import io.quarkus.qute.TemplateException;
import io.tocsin.platform.Phrase;
import io.tocsin.regime.NoticeRule;
import io.tocsin.regime.Regime;
import io.tocsin.riskpack.FactSchema;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.PackTexts;
import io.tocsin.riskpack.StandardFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds one notice against the demands of one regime. */
final class RuleCheck {
    private final Regime regime;
    private final ReadableNotice notice;
    private final LintContext context;
    private final Map<String, Object> words;

    RuleCheck(Regime regime, ReadableNotice notice, LintContext context) {
        this.regime = regime;
        this.notice = notice;
        this.context = context;
        this.words = FactSheets.words(
                context.schema(), context.facts(), notice.notice().language());
    }

    List<LintFinding> check(NoticeRule rule) {
        return switch (rule) {
            case NoticeRule.Says says -> says(says);
            case NoticeRule.States states -> states(states);
            case NoticeRule.StatesOneOf states -> statesOneOf(states);
            case NoticeRule.Never never -> never(never);
            case NoticeRule.OpensWith opens -> opensWith(opens);
        };
    }

    private List<LintFinding> says(NoticeRule.Says rule) {
        List<String> wanted = rule.words().getOrDefault(notice.notice().language(), List.of());
        boolean here =
                switch (rule.place()) {
                    case HEADING -> anyIn(notice.heading(), wanted);
                    case TEXT -> anyIn(notice.everything(), wanted);
                    case BOTH -> anyIn(notice.heading(), wanted) && anyIn(notice.text(), wanted);
                };
        if (wanted.isEmpty() || here) {
            return List.of();
        }
        Phrase place =
                switch (rule.place()) {
                    case HEADING -> Phrase.of("in the heading", "見出し");
                    case TEXT -> Phrase.of("in the text", "本文");
                    case BOTH -> Phrase.of("in the heading and in the text", "見出しと本文の両方");
                };
        String list = quoted(wanted);
        return List.of(finding(
                rule.scope(),
                Phrase.of(list + " is missing " + place.en(), place.ja() + "に" + list + "がありません"),
                Phrase.of(
                        "Put it " + place.en() + ": " + title(rule).en(),
                        place.ja() + "に入れてください: " + title(rule).ja())));
    }

    private List<LintFinding> states(NoticeRule.States rule) {
        List<LintFinding> findings = new ArrayList<>();
        for (String name : rule.facts()) {
            Phrase label = label(name);
            if (values(name).isEmpty()) {
                findings.add(finding(
                        rule.scope(),
                        Phrase.of("'" + label.en() + "' is not known yet", "「" + label.ja() + "」が未入力です"),
                        Phrase.of(
                                "Fill in '" + label.en() + "' in the fact sheet",
                                "事実シートの「" + label.ja() + "」を入力してください")));
            } else if (!stands(name)) {
                findings.add(finding(
                        rule.scope(),
                        Phrase.of("'" + label.en() + "' is missing in the text", "本文に「" + label.ja() + "」がありません"),
                        Phrase.of("Add {" + name + "} to the text", "本文に {" + name + "} を入れてください")));
            }
        }
        return findings;
    }

    private List<LintFinding> statesOneOf(NoticeRule.StatesOneOf rule) {
        if (rule.facts().stream().anyMatch(f -> !values(f).isEmpty() && stands(f))) {
            return List.of();
        }
        String en =
                String.join(", ", rule.facts().stream().map(f -> label(f).en()).toList());
        String ja =
                String.join("、", rule.facts().stream().map(f -> label(f).ja()).toList());
        return List.of(finding(
                rule.scope(),
                Phrase.of("None of these is in the text: " + en, "次のいずれも本文にありません: " + ja),
                Phrase.of("Fill in and use at least one of them", "少なくとも一つを入力し、本文に入れてください")));
    }

    private List<LintFinding> never(NoticeRule.Never rule) {
        return rule.words().getOrDefault(notice.notice().language(), List.of()).stream()
                .filter(word -> notice.everything().contains(ReadableNotice.plain(word)))
                .map(word -> finding(
                        rule.scope(),
                        Phrase.of("\"" + word + "\" must not be used", "「" + word + "」は使えません"),
                        Phrase.of(
                                "Take it out of the text or of the fact that carries it: "
                                        + title(rule).en(),
                                "本文、またはその語を含む事実から取り除いてください: " + title(rule).ja())))
                .toList();
    }

    private List<LintFinding> opensWith(NoticeRule.OpensWith rule) {
        String template = rule.sentence().get(notice.notice().language());
        if (template == null) {
            return List.of();
        }
        Optional<String> sentence = render(template);
        if (sentence.isPresent() && notice.text().startsWith(ReadableNotice.plain(sentence.get()))) {
            return List.of();
        }
        return List.of(finding(
                rule.scope(),
                Phrase.of("The text does not begin with the sentence that the law prescribes", "法令で定められた書き出しで始まっていません"),
                Phrase.of("Begin with: " + sentence.orElse(template), "次の文で始めてください: " + sentence.orElse(template))));
    }

    private Optional<String> render(String template) {
        Map<String, Object> data = new HashMap<>(words);
        data.put(StandardFacts.ORGANIZATION, context.organization());
        try {
            return Optional.of(PackTexts.render(template, data));
        } catch (TemplateException e) {
            return Optional.empty();
        }
    }

    private boolean stands(String fact) {
        return values(fact).stream().allMatch(notice::holds);
    }

    /** A fact's written values; none if it is not filled in or not of this pack. */
    private List<String> values(String fact) {
        return switch (words.get(fact)) {
            case String text -> text.isBlank() ? List.of() : List.of(text);
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            case null -> List.of();
            default -> List.of(String.valueOf(words.get(fact)));
        };
    }

    private Phrase label(String fact) {
        return context.schema().fact(fact).map(FactSchema.Fact::title).orElse(Phrase.same(fact));
    }

    private static Phrase title(NoticeRule rule) {
        return rule.scope().title();
    }

    private static boolean anyIn(String text, List<String> wanted) {
        return wanted.stream().anyMatch(w -> text.contains(ReadableNotice.plain(w)));
    }

    private static String quoted(List<String> words) {
        return String.join(" / ", words.stream().map(w -> "\"" + w + "\"").toList());
    }

    private LintFinding finding(NoticeRule.Scope scope, Phrase message, Phrase whatToDo) {
        RenderedNotice n = notice.notice();
        return new LintFinding(
                regime.id(), scope.article(), n.name(), n.channel(), n.language(), message, whatToDo, scope.verified());
    }
}
