package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands between a caller and the carrier: credentials, limits, and the troubles of a bad day. */
@ApplicationScoped
class CarrierGate {
    private final byte[] credentials;
    private final boolean configured;
    private final Behaviours behaviours;
    private final AtomicInteger atOnce = new AtomicInteger();
    private double tokens = 1;
    private long refilledAt = System.nanoTime();

    CarrierGate(DrillConfig config, Behaviours behaviours) {
        this.behaviours = behaviours;
        this.configured = !config.authToken().equals(DrillConfig.NONE);
        this.credentials = (config.accountSid() + ":" + config.authToken()).getBytes(StandardCharsets.UTF_8);
    }

    /** Opened per call; closing it makes room for the next one. */
    final class Pass implements AutoCloseable {
        private final Behaviour behaviour;

        private Pass(Behaviour behaviour) {
            this.behaviour = behaviour;
        }

        boolean losesAnswer() {
            return happens(behaviour.lostAnswerRate());
        }

        int hangsMs() {
            return behaviour.lostAnswerHangMs();
        }

        @Override
        public void close() {
            atOnce.decrementAndGet();
        }
    }

    Pass enter(String authorization) {
        Behaviour behaviour = behaviours.now();
        boolean room = atOnce.incrementAndGet() <= behaviour.concurrency();
        try {
            if (behaviour.unavailable()) {
                throw new CarrierError(503, 20503, "Service unavailable");
            }
            if (!room || !withinRate(behaviour.callsPerSecond())) {
                throw new CarrierError(429, 20429, "Too Many Requests");
            }
            if (!knows(authorization)) {
                throw new CarrierError(401, 20003, "Authenticate");
            }
            pause(behaviour.latencyMs());
            if (happens(behaviour.failureRate())) {
                throw new CarrierError(500, 20500, "An internal server error has occurred");
            }
            return new Pass(behaviour);
        } catch (RuntimeException e) {
            atOnce.decrementAndGet();
            throw e;
        }
    }

    private synchronized boolean withinRate(int perSecond) {
        long now = System.nanoTime();
        tokens = Math.min(perSecond, tokens + (now - refilledAt) / 1e9 * perSecond);
        refilledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private boolean knows(String authorization) {
        if (!configured || authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            return MessageDigest.isEqual(credentials, Base64.getDecoder().decode(authorization.substring(6)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean happens(double rate) {
        return rate > 0 && ThreadLocalRandom.current().nextDouble() < rate;
    }

    /** The time that a call takes; the thread is virtual and holds nothing. */
    static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CarrierError(503, 20503, "Service unavailable");
        }
    }
}
