package io.tocsin.announcement;

import io.quarkus.qute.TemplateException;
import io.tocsin.audience.PersonalLinks;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.RecipientItem;
import io.tocsin.center.CenterTexts;
import io.tocsin.notice.Channel;
import io.tocsin.notice.NoticeRenderer;
import io.tocsin.notice.NoticeTemplate;
import io.tocsin.notice.RenderedNotice;
import io.tocsin.notice.SmsSegments;
import io.tocsin.riskpack.StandardFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The messages of one notice at one version of the facts. Where a template differs from reader to reader by the link
 * alone, it is filled once per language and the link put in for each.
 */
final class MessageTexts {
    /** Stands for the link until the reader is known; no text of a pack holds it. */
    private static final String LINK = "\u0001";

    private final CenterTexts.Texts texts;
    private final String notice;
    private final PersonalLinks links;
    private final Map<String, Common> forEverybody = new ConcurrentHashMap<>();

    /** @param segments of a text message; every link is as long as any other and has letters and digits only */
    private record Common(RenderedNotice notice, SmsSegments segments) {}

    MessageTexts(CenterTexts.Texts texts, String notice, PersonalLinks links) {
        this.texts = texts;
        this.notice = notice;
        this.links = links;
    }

    String link(Recipient recipient) {
        return links.of(recipient).toString();
    }

    CenterTexts.Texts center() {
        return texts;
    }

    /** @throws UnsendableException where it must not go out */
    Message render(Channel channel, Recipient recipient) {
        String language = texts.languageFor(recipient.language());
        RenderedNotice rendered = rendered(channel, language, recipient);
        checked(rendered);
        return new Message(
                channel,
                language,
                texts.organization(),
                rendered.subject(),
                rendered.body(),
                channel == Channel.SMS ? segments(language, rendered) : null);
    }

    private SmsSegments segments(String language, RenderedNotice rendered) {
        Common common = forEverybody.get(Channel.SMS + "." + language);
        return common == null ? SmsSegments.of(rendered.body()) : common.segments();
    }

    private Common common(NoticeTemplate template, String language, String link) {
        RenderedNotice notice = NoticeRenderer.render(template, words(language, LINK, null));
        boolean text = template.channel() == Channel.SMS;
        return new Common(notice, text ? SmsSegments.of(notice.body().replace(LINK, link)) : null);
    }

    RenderedNotice rendered(Channel channel, String language, Recipient recipient) {
        NoticeTemplate template = texts.templates()
                .find(notice, channel, language)
                .orElseThrow(() -> new UnsendableException(
                        "the pack has no notice '" + notice + "' on " + channel.code() + " in " + language, null));
        String link = links.of(recipient).toString();
        try {
            if (isPersonal(template)) {
                return NoticeRenderer.render(template, words(language, link, recipient));
            }
            RenderedNotice common = forEverybody
                    .computeIfAbsent(channel + "." + language, k -> common(template, language, link))
                    .notice();
            return new RenderedNotice(
                    common.name(),
                    channel,
                    language,
                    common.subject().replace(LINK, link),
                    common.body().replace(LINK, link));
        } catch (TemplateException e) {
            throw new UnsendableException("the notice cannot be filled in: " + e.getMessage(), e);
        }
    }

    private static boolean isPersonal(NoticeTemplate template) {
        return StandardFacts.PERSONAL.stream()
                .anyMatch(word ->
                        template.body().contains(word) || template.subject().contains(word));
    }

    private Map<String, Object> words(String language, String link, Recipient recipient) {
        Map<String, Object> words = new HashMap<>(texts.words().get(language));
        words.put(StandardFacts.NOTICE_URL, link);
        if (recipient != null) {
            words.put(StandardFacts.RECIPIENT_NAME, recipient.fields().getOrDefault("name", ""));
            words.put(
                    StandardFacts.RECIPIENT_ITEMS,
                    recipient.items().stream().map(MessageTexts::written).collect(Collectors.joining(", ")));
        }
        return words;
    }

    private static String written(RecipientItem item) {
        String model = Objects.requireNonNullElse(item.model(), "");
        String serial = Objects.requireNonNullElse(item.serial(), Objects.requireNonNullElse(item.lot(), ""));
        return model.isEmpty() || serial.isEmpty() ? model + serial : model + " (" + serial + ")";
    }

    /** Readers distrust a message of nobody they know, and must have a way to act: checked, not hoped. */
    private void checked(RenderedNotice message) {
        String all = message.subject() + "\n" + message.body();
        require(all, texts.organization(), "the organization's name");
        require(all, texts.centerNumber(), "the center's number");
        require(all, "/r/", "the personal link");
    }

    private static void require(String text, String wanted, String what) {
        if (!text.contains(wanted)) {
            throw new UnsendableException("the message lacks " + what, null);
        }
    }
}
