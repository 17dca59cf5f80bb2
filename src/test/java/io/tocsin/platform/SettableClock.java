package io.tocsin.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's clock in tests: runs on, and can be put forward or back. */
@Singleton
public class SettableClock {
    private volatile Duration offset = Duration.ZERO;

    public void set(Instant to) {
        offset = Duration.between(Instant.now(), to);
    }

    public void reset() {
        offset = Duration.ZERO;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Shifted(this);
    }

    static class Shifted extends Clock {
        private final SettableClock by;

        Shifted(SettableClock by) {
            this.by = by;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), by.offset);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by.offset);
        }
    }
}
