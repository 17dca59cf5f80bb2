package io.tocsin.riskpack;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which facts a kind of incident has, in the order in which a person is asked for them. */
public record FactSchema(List<Fact> facts) {
    public FactSchema {
        facts = List.copyOf(facts);
    }

    public Optional<Fact> fact(String name) {
        return facts.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public Map<String, Fact> byName() {
        return facts.stream().collect(Collectors.toMap(Fact::name, Function.identity()));
    }

    /**
     * One fact.
     *
     * @param name as templates use it ({@code {hazard}})
     * @param mandatory whether a center may open without it
     * @param title short label
     * @param meaning what it is, for the person who fills it in at 3 a.m.
     * @param example a filled-in example
     * @param choices for {@link Type#CHOICE}: value to label
     */
    public record Fact(
            String name,
            Type type,
            boolean mandatory,
            Phrase title,
            Phrase meaning,
            String example,
            Map<String, Phrase> choices) {}

    /** How a fact is written, checked and shown. */
    public enum Type {
        /** Prose, given per language: {@code {"en": "...", "ja": "..."}}. */
        TEXT,
        /** A name or code, the same in every language. */
        WORD,
        NUMBER,
        DATE,
        /** Local date and time with zone. */
        MOMENT,
        /** {@code {"amount": "850.00", "currency": "USD"}} */
        MONEY,
        /** E.164 */
        PHONE,
        URL,
        EMAIL,
        /** One of the schema's choices. */
        CHOICE,
        /** A list of {@link #TEXT}. */
        TEXTS,
        /** A list of {@link #WORD}. */
        WORDS
    }
}
