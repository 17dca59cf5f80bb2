package io.tocsin.console;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a person entered and everything wrong with it, to show both again.
 *
 * @param values by field; where a field was given several times, all of them
 * @param problem what happened, above the list of violations; null where nothing is wrong
 */
public record Form(Map<String, List<String>> values, Phrase problem, List<Violation> errors) {
    public Form {
        errors = List.copyOf(errors);
    }

    public static Form empty() {
        return new Form(Map.of(), null, List.of());
    }

    public static Form of(MultivaluedMap<String, String> given) {
        return new Form(new LinkedHashMap<>(given), null, List.of());
    }

    /** With these values to begin with. */
    public static Form with(Map<String, String> values) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name, List.of(value)));
        return new Form(all, null, List.of());
    }

    public Form failed(Phrase problem, List<Violation> errors) {
        return new Form(values, problem, errors);
    }

    public Form failed(Problem refused) {
        return failed(refused.detail(), refused.violations());
    }

    /** All that was given for a field, without what is blank. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(v -> v != null && !v.isBlank())
                .map(String::strip)
                .toList();
    }

    /** Null where nothing was entered; -1, which every check refuses, where it is no number. */
    public Integer number(String field) {
        String given = value(field);
        return given.isEmpty() ? null : given.matches("\\d{1,9}") ? Integer.valueOf(given) : Integer.valueOf(-1);
    }

    /**
     * A moment given as a local time, in the time zone that the browser put into the form as {@code zone}; null where it
     * cannot be read.
     */
    public Instant moment(String field) {
        try {
            return LocalDateTime.parse(value(field))
                    .atZone(ZoneId.of(value("zone")))
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Null where nothing was chosen, or what no page of ours offers. */
    public UUID id(String field) {
        try {
            return value(field).isEmpty() ? null : UUID.fromString(value(field));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The version that the page showed, as If-Match says it. */
    public String seen() {
        return "\"" + value("version") + "\"";
    }

    public boolean isWrong() {
        return problem != null;
    }

    /** What was entered, without space around it; empty if nothing was. */
    public String value(String field) {
        List<String> given = values.get(field);
        return given == null || given.isEmpty() || given.getFirst() == null
                ? ""
                : given.getFirst().strip();
    }

    /** Whether one of several choices was ticked. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong with a field, or with something inside it. */
    public List<Phrase> errorsOf(String field) {
        return errors.stream()
                .filter(e -> e.field().equals(field)
                        || e.field().startsWith(field + ".")
                        || e.field().startsWith(field + "["))
                .map(Violation::message)
                .toList();
    }

    public boolean wrongAt(String field) {
        return !errorsOf(field).isEmpty();
    }
}
