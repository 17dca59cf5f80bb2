package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
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

    private record Line(CountDownLatch answered, CountDownLatch over) {}

    /** From now on a person answers this phone, or again the simulation does. */
    public void give(String uri, boolean byHand) {
        phones.put(uri, phones.at(uri).withByHand(byHand));
    }

    /** @return false where it does not ring */
    public boolean answer(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            line.answered().countDown();
        }
        return line != null;
    }

    /** @return false where nobody speaks on it */
    public boolean hangUp(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            line.over().countDown();
        }
        return line != null;
    }

    /** Nobody is on this phone any more. */
    void over(String uri) {
        lines.remove(uri);
    }

    boolean ring(String uri, Duration atMost) {
        Line line = new Line(new CountDownLatch(1), new CountDownLatch(1));
        lines.put(uri, line);
        boolean answered = await(line.answered(), atMost);
        if (!answered) {
            lines.remove(uri, line);
        }
        return answered;
    }

    void talk(String uri) {
        Line line = lines.get(uri);
        if (line != null) {
            await(line.over(), LONGEST_TALK);
            lines.remove(uri, line);
        }
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
