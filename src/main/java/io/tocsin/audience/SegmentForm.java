package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.console.Form;
import io.tocsin.platform.Json;
import java.util.Arrays;
import java.util.List;

/** The conditions of a segment as the console's form gives them; all of them must hold. */
final class SegmentForm {
    /** Fields in which several values may stand, each of which will do. */
    static final List<String> LISTS = List.of("model", "lot", "region", "country", "language");

    private SegmentForm() {}

    /** An empty object, which means everybody, where no condition was given. */
    static JsonNode read(Form form) {
        ArrayNode all = Json.object().putArray("all");
        for (String field : LISTS) {
            List<String> values = values(form.value(field));
            if (!values.isEmpty()) {
                ObjectNode condition = all.addObject().put("field", field);
                values.forEach(condition.putArray("is")::add);
            }
        }
        if (!form.value("serialFrom").isEmpty() || !form.value("serialTo").isEmpty()) {
            all.addObject()
                    .put("field", "serial")
                    .put("from", form.value("serialFrom"))
                    .put("to", form.value("serialTo"));
        }
        if (!form.value("otherField").isEmpty() && !form.value("otherValue").isEmpty()) {
            all.addObject().put("field", form.value("otherField")).put("contains", form.value("otherValue"));
        }
        if (all.isEmpty()) {
            return Json.object();
        }
        return all.size() == 1 ? all.get(0) : Json.object().set("all", all);
    }

    private static List<String> values(String text) {
        return Arrays.stream(text.split("[,、，\\n]"))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }
}
