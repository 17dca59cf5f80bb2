package io.tocsin.notice;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.PackFiles;
import io.tocsin.riskpack.PackFrame;
import io.tocsin.riskpack.PackPart;
import io.tocsin.riskpack.PackTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code notices/<name>.<channel>.<language>.txt}; {@code .html} on the web. */
@ApplicationScoped
public class NoticePart implements PackPart<NoticeTemplates> {
    private static final String FOLDER = "notices";
    private static final Pattern PATH = Pattern.compile("notices/([a-z0-9-]+)\\.([a-z]+)\\.([a-z]{2})\\.(txt|html)");
    private static final String SUBJECT = "Subject:";

    @Override
    public Class<NoticeTemplates> type() {
        return NoticeTemplates.class;
    }

    @Override
    public NoticeTemplates parse(PackFiles files, PackFrame frame, Findings findings) {
        List<NoticeTemplate> templates = new ArrayList<>();
        for (String path : files.below(FOLDER)) {
            read(path, files.texts().get(path), frame, findings).ifPresent(templates::add);
        }
        if (templates.isEmpty()) {
            findings.add(FOLDER, 0, Phrase.of("There is no notice", "告知文がありません"));
        }
        needEveryLanguage(templates, frame.languages(), findings);
        return new NoticeTemplates(templates);
    }

    private static Optional<NoticeTemplate> read(String path, String text, PackFrame frame, Findings findings) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            findings.add(
                    path,
                    0,
                    Phrase.of(
                            "Name this file <name>.<channel>.<language>.txt, for example notice.sms.en.txt",
                            "ファイル名は <名前>.<チャネル>.<言語>.txt にしてください。例: notice.sms.ja.txt"));
            return Optional.empty();
        }
        Optional<Channel> channel = Channel.of(parts.group(2));
        if (channel.isEmpty()) {
            findings.add(
                    path,
                    0,
                    Phrase.of(
                                    "'%s' is no channel; use one of: sms, email, web, press, letter, social",
                                    "'%s' というチャネルはありません。sms, email, web, press, letter, social のいずれかにしてください")
                            .with(parts.group(2)));
            return Optional.empty();
        }
        checkEnding(path, channel.get(), parts.group(4), findings);
        PackTexts.check(path, 1, text, frame.facts(), findings);
        String subject = subject(path, text, channel.get(), findings);
        String body = subject.isEmpty() ? text : text.substring(text.indexOf('\n') + 1);
        return Optional.of(
                new NoticeTemplate(parts.group(1), channel.get(), parts.group(3), subject, body.strip(), path));
    }

    private static void checkEnding(String path, Channel channel, String ending, Findings findings) {
        if ((channel == Channel.WEB) != ending.equals("html")) {
            findings.add(
                    path,
                    0,
                    Phrase.of("Web notices end in .html, all others in .txt", "Web の告知は .html、その他は .txt にしてください"));
        }
    }

    private static String subject(String path, String text, Channel channel, Findings findings) {
        boolean given = text.startsWith(SUBJECT) && text.indexOf('\n') > 0;
        if (channel.hasSubject() && !given) {
            findings.add(path, 1, Phrase.of("The first line must be 'Subject: ...'", "1行目は「Subject: 見出し」にしてください"));
        }
        return channel.hasSubject() && given
                ? text.substring(SUBJECT.length(), text.indexOf('\n')).strip()
                : "";
    }

    private static void needEveryLanguage(List<NoticeTemplate> templates, List<String> languages, Findings findings) {
        Map<String, Set<String>> present = new TreeMap<>();
        templates.forEach(
                t -> present.computeIfAbsent(t.name() + "." + t.channel().code(), k -> new TreeSet<>())
                        .add(t.language()));
        present.forEach((notice, found) -> languages.stream()
                .filter(language -> !found.contains(language))
                .forEach(language -> findings.add(
                        FOLDER + "/" + notice + "." + language,
                        0,
                        Phrase.of("This notice is missing in language '%s'", "この告知の言語 '%s' の文がありません")
                                .with(language))));
    }
}
