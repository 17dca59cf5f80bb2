package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for a center, by asking its API. */
public final class CenterWait {
    private static final Duration EACH = Duration.ofMillis(50);

    private CenterWait() {}

    /** @param center path of the center: {@code /api/centers/<id>} */
    public static void phase(Api api, String center, String phase, Duration atMost) {
        phase(api, center, phase, atMost, EACH);
    }

    /** @param each how long to rest between two questions: whoever measures must not load what he measures */
    public static void phase(Api api, String center, String phase, Duration atMost, Duration each) {
        until(
                () -> "the center is " + phase + "; it is: " + summary(api, center),
                atMost,
                each,
                () -> api.get(center).expect(200).body().path("phase").asText().equals(phase) ? true : null);
    }

    public static void allReady(Api api, String center, Duration atMost) {
        until("all resources are ready", atMost, () -> {
            JsonNode progress = api.get(center + "/progress").expect(200).body();
            return progress.path("ready").asInt() == progress.path("wanted").asInt() ? true : null;
        });
    }

    private static String summary(Api api, String center) {
        return api.get(center + "/progress").body().toString();
    }

    /** Asks until there is an answer. */
    public static <T> T until(String what, Duration atMost, Supplier<T> question) {
        return until(() -> what, atMost, EACH, question);
    }

    private static <T> T until(Supplier<String> what, Duration atMost, Duration each, Supplier<T> question) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "waited %d s in vain until %s".formatted(atMost.toSeconds(), what.get()));
            }
            LockSupport.parkNanos(each.toNanos());
        }
    }
}
