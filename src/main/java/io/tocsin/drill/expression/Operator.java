package io.tocsin.drill.expression;

import com.fasterxml.jackson.databind.JsonNode;

/** How two values are compared; numbers by value, so that 1 equals 1.0. */
public enum Operator {
    EQUAL,
    DIFFERENT,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    HAS,
    IN,
    NOT_IN,
    CONTAINS;

    boolean holds(JsonNode left, JsonNode right) {
        return switch (this) {
            case EQUAL -> same(left, right);
            case DIFFERENT -> !same(left, right);
            case LESS -> comparable(left, right) && order(left, right) < 0;
            case LESS_OR_EQUAL -> comparable(left, right) && order(left, right) <= 0;
            case GREATER -> comparable(left, right) && order(left, right) > 0;
            case GREATER_OR_EQUAL -> comparable(left, right) && order(left, right) >= 0;
            case HAS -> among(right, left);
            case IN -> among(left, right);
            case NOT_IN -> !among(left, right);
            case CONTAINS -> left.isTextual() ? left.asText().contains(right.asText()) : among(right, left);
        };
    }

    private static boolean same(JsonNode left, JsonNode right) {
        if (absent(left) || absent(right)) {
            return absent(left) && absent(right);
        }
        return left.isNumber() && right.isNumber()
                ? Double.compare(left.asDouble(), right.asDouble()) == 0
                : left.equals(right);
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean comparable(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber() || left.isTextual() && right.isTextual();
    }

    private static int order(JsonNode left, JsonNode right) {
        return left.isNumber()
                ? Double.compare(left.asDouble(), right.asDouble())
                : left.asText().compareTo(right.asText());
    }

    private static boolean among(JsonNode value, JsonNode list) {
        for (JsonNode item : list) {
            if (same(item, value)) {
                return true;
            }
        }
        return false;
    }
}
