package io.tocsin.chaos;

import io.tocsin.stack.Api;
import io.tocsin.stack.Note7;
import io.tocsin.stack.Stack;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A stubborn crisis manager: launches a center and takes it down, again and again, whatever the answers. */
final class CenterLoop implements Runnable {
    private final Api manager;
    private final int number;
    private final AtomicBoolean more;
    private volatile long ended;
    private volatile boolean unfinished;
    private volatile long endBy = Long.MAX_VALUE;

    CenterLoop(Stack stack, String url, int number, AtomicBoolean more) {
        this.manager = new Api(url, () -> stack.people().tokenOf("crisis-manager"));
        this.number = number;
        this.more = more;
    }

    long ended() {
        return ended;
    }

    boolean isUnfinished() {
        return unfinished;
    }

    void endBy(long nanos) {
        endBy = nanos;
    }

    @Override
    public void run() {
        while (more.get()) {
            String key = UUID.randomUUID().toString();
            String center = null;
            while (center == null && System.nanoTime() < endBy) {
                center = declare(key);
            }
            while (center != null && !step(center)) {
                if (System.nanoTime() > endBy) {
                    unfinished = true;
                    return;
                }
            }
            ended++;
        }
    }

    /** Null if there was no answer; asking again with the same key cannot make a second center. */
    private String declare(String key) {
        try {
            Api.Answer answer = manager.post(
                    "/api/centers",
                    Note7.declaration(
                            "Chaos " + number,
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Map.of("profile", "small", "numbers", Map.of("main", 2))),
                    "Idempotency-Key",
                    key);
            return answer.status() == 201 ? answer.location().replaceFirst("^https?://[^/]+", "") : pause();
        } catch (UncheckedIOException | IllegalStateException down) {
            return pause();
        }
    }

    /** Does what the center's phase asks for; true when it is over. */
    private boolean step(String center) {
        try {
            Api.Answer now = manager.get(center);
            if (now.status() != 200) {
                pause();
                return false;
            }
            switch (now.body().path("phase").asText()) {
                case "DECLARED" -> manager.post(center + "/launch", null, "If-Match", now.etag());
                case "READY" -> {
                    manager.post(center + "/evidence", null);
                    manager.post(
                            center + "/teardown",
                            null,
                            "If-Match",
                            manager.get(center).etag());
                }
                case "CLOSED" -> {
                    return true;
                }
                default -> pause();
            }
        } catch (UncheckedIOException | IllegalStateException down) {
            pause();
        }
        return false;
    }

    private static String pause() {
        LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
        return null;
    }
}
