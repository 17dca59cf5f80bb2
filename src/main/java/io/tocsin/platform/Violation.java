package io.tocsin.platform;

/**
 * One thing wrong with what a person gave us.
 *
 * @param field where, as a path in what was sent ({@code facts.hazard}, {@code row 12, email}); empty for the whole
 * @param message what is wrong and what to do about it
 */
public record Violation(String field, Phrase message) {
    public static Violation of(String field, String en, String ja) {
        return new Violation(field, Phrase.of(en, ja));
    }
}
