package io.tocsin.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.FactSchema;
import io.tocsin.riskpack.PhoneWords;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every notice is held to, wherever it goes: people must see who speaks, and reach us by what is printed. */
final class HouseRules {
    /** Longer text messages arrive in pieces or not at all. */
    static final int MOST_SEGMENTS = 10;

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{[#/!]?[a-zA-Z_][^{}]*}|\\[(?:TODO|TBD|XX+)[^\\]]*]|NOT_FOUND");
    private static final Pattern URL = Pattern.compile("https?://\\S+");

    private HouseRules() {}

    static List<LintFinding> check(ReadableNotice notice, LintContext context) {
        List<LintFinding> findings = new ArrayList<>();
        organization(notice, context, findings);
        numbers(notice, context, findings);
        placeholders(notice, findings);
        length(notice, findings);
        address(notice, findings);
        return findings;
    }

    private static void organization(ReadableNotice notice, LintContext context, List<LintFinding> findings) {
        if (!notice.everything().contains(ReadableNotice.plain(context.organization()))) {
            findings.add(finding(
                    notice,
                    Phrase.of("The organization's name is missing", "組織名がありません"),
                    Phrase.of(
                            "Add {organization}: readers distrust a notice of nobody they know",
                            "{organization} を入れてください。差出人が分からない告知は信用されません")));
        }
    }

    private static void numbers(ReadableNotice notice, LintContext context, List<LintFinding> findings) {
        // Digits within addresses of pages and letters are no numbers to call.
        String text = URL.matcher(notice.notice().body()).replaceAll(" ");
        String words = notice.notice().channel() == Channel.WEB ? Html.text(text) : text;
        Map<String, String> printed =
                PhoneWords.numbersIn(Normalizer.normalize(words, Normalizer.Form.NFKC), context.countries());
        Set<String> allowed = listedInFacts(context);
        boolean ours = context.centerNumbers().stream().anyMatch(n -> isWritten(n, notice, context));
        for (Map.Entry<String, String> number : printed.entrySet()) {
            if (context.centerNumbers().contains(number.getKey())) {
                ours = true;
            } else if (!allowed.contains(number.getKey())) {
                findings.add(finding(
                        notice,
                        Phrase.of("The number %s is none of this center's", "電話番号 %s はこの窓口の番号ではありません")
                                .with(number.getValue()),
                        Phrase.of(
                                "Correct it, or list it in the fact sheet if it is meant to be printed",
                                "番号を直すか、掲載してよい番号であれば事実シートに登録してください")));
            }
        }
        if (!ours) {
            findings.add(finding(
                    notice,
                    Phrase.of("No number of this center is in the text", "この窓口の電話番号が本文にありません"),
                    Phrase.of("Add {centerNumber}", "{centerNumber} を入れてください")));
        }
    }

    /** Asked for apart, since digits right behind a number ("24 hours") keep it from being read as one. */
    private static boolean isWritten(String number, ReadableNotice notice, LintContext context) {
        return notice.holds(number)
                || notice.holds(PhoneWords.written(number, ""))
                || context.countries().stream().anyMatch(c -> notice.holds(PhoneWords.written(number, c)));
    }

    private static void placeholders(ReadableNotice notice, List<LintFinding> findings) {
        Matcher matcher = PLACEHOLDER.matcher(
                notice.notice().subject() + "\n" + notice.notice().body());
        Set<String> seen = new HashSet<>();
        while (matcher.find()) {
            if (seen.add(matcher.group())) {
                findings.add(finding(
                        notice,
                        Phrase.of("\"%s\" was not filled in", "「%s」が埋められていません").with(matcher.group()),
                        Phrase.of("Replace it by the words that belong there", "正しい文言に置き換えてください")));
            }
        }
    }

    private static void length(ReadableNotice notice, List<LintFinding> findings) {
        if (notice.notice().channel() != Channel.SMS) {
            return;
        }
        int segments = SmsSegments.of(notice.notice().body()).segments();
        if (segments > MOST_SEGMENTS) {
            findings.add(finding(
                    notice,
                    Phrase.of("The text message takes %s parts; at most %s go through", "SMSが%s通分の長さです。%s通分以内にしてください")
                            .with(segments, MOST_SEGMENTS),
                    Phrase.of("Shorten the facts that it carries", "文中の事実を短くしてください")));
        }
    }

    private static void address(ReadableNotice notice, List<LintFinding> findings) {
        if (!URL.matcher(notice.notice().body()).find()) {
            findings.add(finding(
                    notice,
                    Phrase.of("There is no web address in it", "URLがありません"),
                    Phrase.of("Add {noticeUrl} or {website}", "{noticeUrl} または {website} を入れてください")));
        }
    }

    /** Numbers that people put into the fact sheet as numbers, not those that slipped into prose. */
    private static Set<String> listedInFacts(LintContext context) {
        Set<String> listed = new HashSet<>();
        for (FactSchema.Fact fact : context.schema().facts()) {
            JsonNode value = context.facts().path(fact.name());
            switch (fact.type()) {
                case PHONE, WORD -> add(value, listed);
                case WORDS -> value.forEach(v -> add(v, listed));
                case TEXT, TEXTS, NUMBER, DATE, MOMENT, MONEY, URL, EMAIL, CHOICE -> {}
            }
        }
        return listed;
    }

    private static void add(JsonNode value, Set<String> listed) {
        if (value.isTextual() && value.textValue().startsWith("+")) {
            PhoneWords.e164(value.textValue(), "").ifPresent(listed::add);
        }
    }

    private static LintFinding finding(ReadableNotice notice, Phrase message, Phrase whatToDo) {
        RenderedNotice n = notice.notice();
        return new LintFinding(LintFinding.HOUSE, "", n.name(), n.channel(), n.language(), message, whatToDo, true);
    }
}
