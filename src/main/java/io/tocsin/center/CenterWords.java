package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.notice.NoticeUrls;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.StandardFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The words that templates of a center see, per language: its facts and the standard facts but for the number. */
@ApplicationScoped
class CenterWords {
    private final NoticeUrls urls;

    CenterWords(NoticeUrls urls) {
        this.urls = urls;
    }

    /** @param date of this version of the facts, where the center's readers are */
    Map<String, Map<String, Object>> of(IncidentCenter center, RiskPack pack, JsonNode facts, LocalDate date) {
        Map<String, Map<String, Object>> words = new LinkedHashMap<>();
        for (String language : center.languages()) {
            Map<String, Object> ofLanguage = new TreeMap<>(FactSheets.words(pack.facts(), facts, language));
            StandardFacts.PERSONAL.forEach(name -> ofLanguage.put(name, ""));
            ofLanguage.put(StandardFacts.ORGANIZATION, center.organization());
            ofLanguage.put(StandardFacts.NOTICE_URL, urls.of(center.id(), language));
            ofLanguage.put(
                    StandardFacts.NOTICE_DATE,
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(language.equals("ja") ? Locale.JAPAN : Locale.US)
                            .format(date));
            words.put(language, ofLanguage);
        }
        return words;
    }
}
