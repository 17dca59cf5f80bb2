package io.tocsin.stack;

import io.tocsin.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A center as benches and chaos runs declare one: the second recall of the Galaxy Note7, in drill mode.
 *
 * @param path {@code /api/centers/<id>}
 */
public record BenchCenter(String id, String path, String packVersion) {
    /** @param capacity for example {@code {"profile": "small", "seats": 1}} */
    public static BenchCenter declare(Api manager, Map<String, ?> capacity) {
        Api.Answer declared = manager.post(
                        "/api/centers",
                        Map.of(
                                "organization",
                                "Bench",
                                "pack",
                                "product-recall",
                                "awareAt",
                                Instant.now().minusSeconds(60).toString(),
                                "jurisdictions",
                                List.of("US"),
                                "mode",
                                "DRILL",
                                "capacity",
                                capacity,
                                "facts",
                                Json.tree(facts())))
                .expect(201);
        return new BenchCenter(
                declared.body().path("id").asText(),
                declared.location().replaceFirst("^https?://[^/]+", ""),
                declared.body().path("packVersion").asText());
    }

    private static String facts() {
        try {
            return Files.readString(Path.of("src/test/resources/scenarios/galaxy-note7/facts.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
