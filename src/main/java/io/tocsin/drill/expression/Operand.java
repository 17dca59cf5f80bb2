package io.tocsin.drill.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** One side of a comparison. */
public sealed interface Operand {
    JsonNode value(JsonNode attributes);

    record Literal(JsonNode value) implements Operand {
        @Override
        public JsonNode value(JsonNode attributes) {
            return value;
        }
    }

    /** @param path {@code caller.language} as its parts; missing where any part is */
    record Attribute(List<String> path) implements Operand {
        @Override
        public JsonNode value(JsonNode attributes) {
            JsonNode at = attributes;
            for (String part : path) {
                at = at.path(part);
            }
            return at;
        }
    }

    record Items(List<Operand> items) implements Operand {
        @Override
        public JsonNode value(JsonNode attributes) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> list.add(item.value(attributes)));
            return list;
        }
    }
}
