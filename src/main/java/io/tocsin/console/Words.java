package io.tocsin.console;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.tocsin.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How templates speak: every sentence is given in both languages where it is written. */
public final class Words {
    static final List<String> LANGUAGES = List.of("en", "ja");
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code {t:say('Save', '保存')}} */
    @TemplateExtension(namespace = "t")
    static String say(String en, String ja, @TemplateAttribute("locale") Object locale) {
        return Phrase.of(en, ja).in(language(locale));
    }

    /** The same with one thing filled in where {@code %s} stands. */
    @TemplateExtension(namespace = "t")
    static String fill(String en, String ja, Object what, @TemplateAttribute("locale") Object locale) {
        return say(en, ja, locale).replace("%s", String.valueOf(what));
    }

    /** A number of things, where {@code %s} stands: {@code {t:count('%s seat', '%s seats', '%s 席', seats)}} */
    @TemplateExtension(namespace = "t")
    static String count(String one, String many, String ja, Number count, @TemplateAttribute("locale") Object locale) {
        return Phrase.count(one, many, ja, count.longValue()).in(language(locale));
    }

    /** {@code {check.title.words}} */
    @TemplateExtension
    static String words(Phrase phrase, @TemplateAttribute("locale") Object locale) {
        return phrase.in(language(locale));
    }

    /** The phrase, or nothing. */
    @TemplateExtension
    static String words(Optional<Phrase> phrase, @TemplateAttribute("locale") Object locale) {
        return phrase.map(p -> p.in(language(locale))).orElse("");
    }

    /** A moment; the browser shows it in its reader's time zone. */
    @TemplateExtension
    static RawString when(Instant moment) {
        return new RawString("<time datetime=\"" + moment + "\">" + PLAIN.format(moment) + "</time>");
    }

    /** A moment to be counted down to, and up from, by the browser. */
    @TemplateExtension
    static RawString countdown(Instant moment) {
        return new RawString("<time data-countdown datetime=\"" + moment + "\">" + PLAIN.format(moment) + "</time>");
    }

    /** How long ago a moment was, counted on by the browser. */
    @TemplateExtension
    static RawString since(Instant moment) {
        return new RawString("<time data-since datetime=\"" + moment + "\">" + PLAIN.format(moment) + "</time>");
    }

    /** Seconds as minutes and seconds: {@code 3:07}. */
    @TemplateExtension
    static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    private static String language(Object locale) {
        return locale instanceof Locale l ? l.getLanguage() : String.valueOf(locale);
    }
}
