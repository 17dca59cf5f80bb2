package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Agents' phones in a drill that a person picks up and hangs up: at their desk, on the screen. */
@ApplicationScoped
public class HandPhones {
    /** A conversation that nobody ends lost its agent. */
    private static final Duration LONGEST_TALK = Duration.ofMinutes(30);

    private final Phones phones;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    HandPhones(Phones phones) {
        this.phones = phones;
    }

    private record Line(CompletableFuture<Boolean> answered, CompletableFuture<Void> over) {}

    /** From now on a person answers this phone, or again the simulation does. */
    public void give(String uri, boolean byHand) {
        phones.put(uri, phones.at(uri).withByHand(byHand));
    }

    /** @return false where it does not ring */
    public boolean answer(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            line.answered().complete(true);
        }
        return line != null;
    }

    /** @return false where nobody speaks on it */
    public boolean hangUp(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            line.over().complete(null);
        }
        return line != null;
    }

    /** Nobody is on this phone any more. */
    void over(String uri) {
        lines.remove(uri);
    }

    boolean ring(String uri, Duration atMost) {
        Line line = new Line(new CompletableFuture<>(), new CompletableFuture<>());
        lines.put(uri, line);
        boolean answered = line.answered()
                .completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (!answered) {
            lines.remove(uri, line);
        }
        return answered;
    }

    void talk(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            line.over()
                    .completeOnTimeout(null, LONGEST_TALK.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            lines.remove(uri, line);
        }
    }

    /** Whoever calls has given up; without effect where somebody has picked up. */
    void stopRinging(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            line.answered().complete(false);
        }
    }

    /** Without effect where nobody speaks on it by hand. */
    void onHangUp(String uri, Runnable then) {
        Line line = lines.get(uri);
        if (line != null) {
            line.over().thenRun(then);
        }
    }
}
