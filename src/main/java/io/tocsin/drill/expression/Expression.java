package io.tocsin.drill.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A condition on the attributes of a task or a worker (Twilio, "TaskRouter expressions"):
 * {@code languages HAS 'ja' AND clearance >= 2}. An attribute that is missing fits no comparison but {@code !=}.
 */
public sealed interface Expression {
    int MOST_REMEMBERED = 4096;

    boolean matches(JsonNode attributes);

    record And(Expression left, Expression right) implements Expression {
        @Override
        public boolean matches(JsonNode attributes) {
            return left.matches(attributes) && right.matches(attributes);
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public boolean matches(JsonNode attributes) {
            return left.matches(attributes) || right.matches(attributes);
        }
    }

    record Not(Expression inner) implements Expression {
        @Override
        public boolean matches(JsonNode attributes) {
            return !inner.matches(attributes);
        }
    }

    record Comparison(Operand left, Operator operator, Operand right) implements Expression {
        @Override
        public boolean matches(JsonNode attributes) {
            return operator.holds(left.value(attributes), right.value(attributes));
        }
    }

    /** An operand alone: true where it is the value {@code true}. */
    record Flag(Operand operand) implements Expression {
        @Override
        public boolean matches(JsonNode attributes) {
            return operand.value(attributes).asBoolean(false);
        }
    }

    /** @throws ExpressionException where the text is none */
    static Expression parse(String text) {
        return Remembered.of(text);
    }

    /** Attributes for a target's condition, which speaks of both: {@code task.language IN worker.languages}. */
    static JsonNode both(JsonNode task, JsonNode worker) {
        ObjectNode both = Json.object();
        if (worker instanceof ObjectNode own) {
            both.setAll(own);
        }
        both.set("task", task);
        both.set("worker", worker);
        return both;
    }

    /** The same few expressions are evaluated for every call. */
    final class Remembered {
        private static final Map<String, Expression> PARSED = new ConcurrentHashMap<>();

        private Remembered() {}

        private static Expression of(String text) {
            if (PARSED.size() > MOST_REMEMBERED) {
                PARSED.clear();
            }
            return PARSED.computeIfAbsent(text, given -> new Parser(given).parse());
        }
    }
}
