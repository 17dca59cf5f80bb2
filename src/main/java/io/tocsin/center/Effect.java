package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateException;
import io.tocsin.ivr.IvrScript;
import io.tocsin.notice.Channel;
import io.tocsin.notice.NoticeRenderer;
import io.tocsin.notice.NoticeTemplates;
import io.tocsin.notice.RenderedNotice;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.StandardFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people will read and hear with the facts as they are being filled in: a pure function of pack and facts.
 *
 * @param texts what one language's readers and callers meet
 */
record Effect(List<OfLanguage> texts) {
    private static final List<Channel> SHOWN = List.of(Channel.SMS, Channel.EMAIL);

    record OfLanguage(String language, List<Text> texts) {}

    record Text(Phrase title, String subject, String body) {}

    static Effect of(RiskPack pack, List<String> languages, String organization, JsonNode facts) {
        List<OfLanguage> all = new ArrayList<>();
        for (String language : languages) {
            Map<String, Object> words = new HashMap<>(FactSheets.words(pack.facts(), facts, language));
            StandardFacts.PERSONAL.forEach(name -> words.put(name, ""));
            words.put(StandardFacts.ORGANIZATION, organization.isBlank() ? "…" : organization);
            words.put(StandardFacts.CENTER_NUMBER, language.equals("ja") ? "（センターの番号）" : "(the center's number)");
            words.put(StandardFacts.NOTICE_URL, language.equals("ja") ? "（告知ページ）" : "(the notice page)");
            words.put(StandardFacts.NOTICE_DATE, language.equals("ja") ? "（公表日）" : "(date of the notice)");
            List<Text> texts = new ArrayList<>(notices(pack, language, words));
            StringBuilder heard = new StringBuilder();
            pack.part(IvrScript.class).heard(language, words).values().forEach(w -> heard.append(w)
                    .append("\n\n"));
            texts.add(new Text(
                    Phrase.of("Telephone: what callers hear", "電話：発信者が聞く音声"),
                    "",
                    heard.toString().strip()));
            all.add(new OfLanguage(language, texts));
        }
        return new Effect(all);
    }

    private static List<Text> notices(RiskPack pack, String language, Map<String, Object> words) {
        return pack.part(NoticeTemplates.class).in(List.of(language)).stream()
                .filter(t -> SHOWN.contains(t.channel()) && t.name().equals("notice"))
                .sorted((a, b) -> Integer.compare(SHOWN.indexOf(a.channel()), SHOWN.indexOf(b.channel())))
                .map(t -> {
                    Phrase title =
                            t.channel() == Channel.SMS ? Phrase.of("Text message", "SMS") : Phrase.of("E-mail", "メール");
                    try {
                        RenderedNotice notice = NoticeRenderer.render(t, words);
                        return new Text(title, notice.subject(), notice.body());
                    } catch (TemplateException e) {
                        return new Text(title, "", "…");
                    }
                })
                .toList();
    }
}
