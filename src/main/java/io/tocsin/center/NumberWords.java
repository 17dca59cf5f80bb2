package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.NumberType;
import java.util.Locale;

/** A sort of numbers as people say it. */
final class NumberWords {
    private NumberWords() {}

    static Phrase of(String country, NumberType type) {
        Phrase sort =
                switch (type) {
                    case LOCAL -> Phrase.of("Local number", "市外局番付き番号");
                    case FREEPHONE -> Phrase.of("Freephone number", "フリーダイヤル番号");
                    case MOBILE -> Phrase.of("Mobile number", "携帯番号");
                };
        Locale place = Locale.of("", country);
        return Phrase.of(
                sort.en() + ", " + place.getDisplayCountry(Locale.ENGLISH),
                sort.ja() + "（" + place.getDisplayCountry(Locale.JAPANESE) + "）");
    }
}
