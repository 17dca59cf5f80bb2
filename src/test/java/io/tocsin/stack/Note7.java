package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The second recall of the Galaxy Note7, as the demo, benches and chaos runs declare it: in drill mode. */
public final class Note7 {
    public static final String ORGANIZATION = "Samsung Electronics America";

    private static final Path FACTS = Path.of("src/test/resources/scenarios/galaxy-note7/facts.json");

    private Note7() {}

    /**
     * A body for {@code POST /api/centers}, to which more can be added.
     *
     * @param capacity for example {@code {"profile": "small", "seats": 1}}
     */
    public static Map<String, Object> declaration(String organization, Instant awareAt, Map<String, ?> capacity) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("organization", organization);
        body.put("pack", "product-recall");
        body.put("awareAt", awareAt.toString());
        body.put("jurisdictions", List.of("US"));
        body.put("mode", "DRILL");
        body.put("capacity", capacity);
        body.put("facts", facts());
        return body;
    }

    public static JsonNode facts() {
        try {
            return Json.tree(Files.readString(FACTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
