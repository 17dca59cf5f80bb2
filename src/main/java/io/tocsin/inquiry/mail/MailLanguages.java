package io.tocsin.inquiry.mail;

import io.tocsin.center.Centers;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** In which of the center's languages somebody is answered: the one they wrote in, else their own, else the center's first. */
@ApplicationScoped
class MailLanguages {
    private final Centers centers;
    private final Sql sql;

    MailLanguages(Centers centers, Sql sql) {
        this.centers = centers;
        this.sql = sql;
    }

    String of(MailPlaces.Place place, Arrived mail) {
        List<String> languages = centers.get(place.center()).languages();
        String written = written(mail.text());
        if (languages.contains(written)) {
            return written;
        }
        String own = place.recipient() == null
                ? ""
                : sql.first(
                                "select language from recipient where id = ?",
                                row -> Locale.forLanguageTag(row.getString(1)).getLanguage(),
                                place.recipient())
                        .orElse("");
        return languages.contains(own) ? own : languages.getFirst();
    }

    /** Kana tells by itself, and kanji nearly so; a few letters of the alphabet tell nothing. Empty where unknown. */
    static String written(String text) {
        int japanese = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            japanese += c >= '\u3041' && c <= '\u30ff' || c >= '\u4e00' && c <= '\u9fff' ? 1 : 0;
            latin += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        if (japanese >= 3) {
            return "ja";
        }
        return latin >= 20 ? "en" : "";
    }
}
