package io.tocsin.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A sentence for a person, in every language that Tocsin speaks. That both must be given where the sentence is written
 * is what keeps the product bilingual: no word can exist in one language only.
 */
public record Phrase(String en, String ja) {
    public Phrase {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(ja, "ja");
    }

    public static Phrase of(String en, String ja) {
        return new Phrase(en, ja);
    }

    /** For what is the same in every language: a number, a name, a code. */
    public static Phrase same(String words) {
        return new Phrase(words, words);
    }

    /**
     * A number of things.
     *
     * @param one what English says of a single one; {@code %s} stands for the number, as in the others
     */
    public static Phrase count(String one, String many, String ja, long count) {
        return byCount(one, many, ja, count).with(count);
    }

    /** The same, where more is to be filled in than the number. */
    public static Phrase byCount(String one, String many, String ja, long count) {
        return new Phrase(count == 1 ? one : many, ja);
    }

    /** Fills {@code %s} and its kin in both languages with the same arguments. */
    public Phrase with(Object... arguments) {
        return new Phrase(
                String.format(Locale.ROOT, en, inLanguage("en", arguments)),
                String.format(Locale.ROOT, ja, inLanguage("ja", arguments)));
    }

    private static Object[] inLanguage(String language, Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Phrase phrase ? phrase.in(language) : argument)
                .toArray();
    }

    public String in(Locale locale) {
        return in(locale.getLanguage());
    }

    public String in(String language) {
        return language.startsWith("ja") ? ja : en;
    }

    @Override
    public String toString() {
        return en;
    }
}
