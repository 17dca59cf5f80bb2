package io.tocsin.stack;

import java.time.Instant;
import java.util.Map;

/**
 * A center as benches and chaos runs declare one: the second recall of the Galaxy Note7, in drill mode.
 *
 * @param path {@code /api/centers/<id>}
 */
public record BenchCenter(String id, String path, String packVersion) {
    /** @param capacity for example {@code {"profile": "small", "seats": 1}} */
    public static BenchCenter declare(Api manager, Map<String, ?> capacity) {
        return declare(manager, "Bench", capacity);
    }

    /** @param capacity for example {@code {"profile": "small", "seats": 1}} */
    public static BenchCenter declare(Api manager, String organization, Map<String, ?> capacity) {
        Api.Answer declared = manager.post(
                        "/api/centers",
                        Note7.declaration(organization, Instant.now().minusSeconds(60), capacity))
                .expect(201);
        return new BenchCenter(
                declared.body().path("id").asText(),
                declared.location().replaceFirst("^https?://[^/]+", ""),
                declared.body().path("packVersion").asText());
    }
}
