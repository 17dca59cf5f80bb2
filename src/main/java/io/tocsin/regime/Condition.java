package io.tocsin.regime;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on one fact, as written in a regime: {@code malicious = yes}, {@code peopleCount > 1000},
 * {@code productCategory in food, drug}.
 *
 * @param operand one value, or several for {@link Operator#IN}
 */
public record Condition(String fact, Operator operator, List<String> operand) {
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*([a-z][A-Za-z0-9]*)\\s*(!=|>=|<=|=|>|<|\\bin\\b)\\s*([^=<>!\\s].*?)\\s*");

    public Condition {
        operand = List.copyOf(operand);
    }

    /** How a fact is compared. */
    public enum Operator {
        EQUAL,
        UNEQUAL,
        MORE,
        AT_LEAST,
        LESS,
        AT_MOST,
        IN
    }

    /** Empty if the text is no condition. */
    public static Optional<Condition> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Operator operator =
                switch (matcher.group(2)) {
                    case "=" -> Operator.EQUAL;
                    case "!=" -> Operator.UNEQUAL;
                    case ">" -> Operator.MORE;
                    case ">=" -> Operator.AT_LEAST;
                    case "<" -> Operator.LESS;
                    case "<=" -> Operator.AT_MOST;
                    default -> Operator.IN;
                };
        List<String> operand =
                operator == Operator.IN ? List.of(matcher.group(3).split("\\s*,\\s*")) : List.of(matcher.group(3));
        Condition condition = new Condition(matcher.group(1), operator, operand);
        return condition.isSound() ? Optional.of(condition) : Optional.empty();
    }

    public static boolean all(List<Condition> conditions, JsonNode facts) {
        return conditions.stream().allMatch(c -> c.holds(facts));
    }

    /** A fact that is not filled in fulfils no condition: what is not known must not switch a duty off or on. */
    public boolean holds(JsonNode facts) {
        JsonNode value = facts.path(fact);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            return false;
        }
        String text = value.asText();
        return switch (operator) {
            case EQUAL -> text.equals(operand.getFirst());
            case UNEQUAL -> !text.equals(operand.getFirst());
            case IN -> operand.contains(text);
            case MORE -> value.isNumber() && compare(value) > 0;
            case AT_LEAST -> value.isNumber() && compare(value) >= 0;
            case LESS -> value.isNumber() && compare(value) < 0;
            case AT_MOST -> value.isNumber() && compare(value) <= 0;
        };
    }

    private int compare(JsonNode value) {
        return value.decimalValue().compareTo(new BigDecimal(operand.getFirst()));
    }

    private boolean isSound() {
        return switch (operator) {
            case EQUAL, UNEQUAL, IN -> true;
            case MORE, AT_LEAST, LESS, AT_MOST -> operand.getFirst().matches("\\d+(\\.\\d+)?");
        };
    }
}
