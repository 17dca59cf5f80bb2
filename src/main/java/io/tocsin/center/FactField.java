package io.tocsin.center;

import io.tocsin.console.Form;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.FactSchema;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fact as a form asks for it.
 *
 * @param kind how it is asked for: {@code text}, {@code line}, {@code lines}, {@code choice} or {@code money}
 * @param inputs one per language, or one
 */
record FactField(
        String name,
        String kind,
        boolean mandatory,
        Phrase title,
        Phrase meaning,
        String example,
        List<Input> inputs,
        List<Choice> choices,
        List<Phrase> errors) {
    /** @param language empty where it is the same in every language */
    record Input(String name, String language, String type, String value) {
        /** As its reader calls the language. */
        public String languageName() {
            return switch (language) {
                case "en" -> "English";
                case "ja" -> "日本語";
                default -> language;
            };
        }
    }

    record Choice(String value, Phrase label, boolean chosen) {}

    /** Those a center cannot open without, and the others, each in the schema's order. */
    record Sheet(List<FactField> known, List<FactField> later) {
        static Sheet of(FactSchema schema, List<String> languages, Form form) {
            List<FactField> all = FactField.of(schema, languages, form);
            return new Sheet(
                    all.stream().filter(FactField::mandatory).toList(),
                    all.stream().filter(f -> !f.mandatory()).toList());
        }

        /** Whether something is wrong among the others. */
        boolean laterOpen() {
            return later.stream().anyMatch(f -> !f.errors().isEmpty());
        }
    }

    static List<FactField> of(FactSchema schema, List<String> languages, Form form) {
        return schema.facts().stream().map(f -> of(f, languages, form)).toList();
    }

    private static FactField of(FactSchema.Fact fact, List<String> languages, Form form) {
        String name = "facts." + fact.name();
        return new FactField(
                name,
                kind(fact.type()),
                fact.mandatory(),
                fact.title(),
                fact.meaning(),
                fact.example(),
                inputs(name, fact.type(), languages)
                        .map(i -> new Input(i.name(), i.language(), i.type(), form.value(i.name())))
                        .toList(),
                fact.choices().entrySet().stream()
                        .map(c -> new Choice(
                                c.getKey(), c.getValue(), form.value(name).equals(c.getKey())))
                        .toList(),
                form.errorsOf(name));
    }

    private static Stream<Input> inputs(String name, FactSchema.Type type, List<String> languages) {
        return switch (type) {
            case TEXT, TEXTS -> languages.stream().map(l -> new Input(name + "." + l, l, "text", ""));
            case MONEY ->
                Stream.of(new Input(name + ".amount", "", "text", ""), new Input(name + ".currency", "", "text", ""));
            case DATE -> Stream.of(new Input(name, "", "date", ""));
            case URL -> Stream.of(new Input(name, "", "url", ""));
            case EMAIL -> Stream.of(new Input(name, "", "email", ""));
            case PHONE -> Stream.of(new Input(name, "", "tel", ""));
            case WORD, NUMBER, MOMENT, CHOICE, WORDS -> Stream.of(new Input(name, "", "text", ""));
        };
    }

    private static String kind(FactSchema.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case TEXTS, WORDS -> "lines";
            case CHOICE -> "choice";
            case MONEY -> "money";
            case WORD, NUMBER, DATE, MOMENT, PHONE, URL, EMAIL -> "line";
        };
    }
}
