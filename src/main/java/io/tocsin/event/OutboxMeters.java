package io.tocsin.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sampler;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How many events wait for Kafka and for how long; told also while Kafka is away and nobody relays. */
@ApplicationScoped
class OutboxMeters {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Sql sql;
    private final Clock clock;
    private final Roles roles;
    private final Sampler sampler;
    private volatile Waiting waiting = new Waiting(0, Optional.empty());

    /** @param since when the oldest was written; empty where none waits */
    record Waiting(long events, Optional<Instant> since) {}

    OutboxMeters(Sql sql, Clock clock, Roles roles, Sampler sampler, MeterRegistry meters) {
        this.sql = sql;
        this.clock = clock;
        this.roles = roles;
        this.sampler = sampler;
        meters.gauge("tocsin.events.waiting", this, m -> m.waiting.events());
        meters.gauge("tocsin.events.oldest.seconds", this, OutboxMeters::oldestSeconds);
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("relay")) {
            sampler.every(EVERY, this::sample);
        }
    }

    double oldestSeconds() {
        return waiting.since()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void sample() {
        waiting = sql.first(
                        "select count(*), min(at) from outbox",
                        row -> new Waiting(row.getLong(1), Optional.ofNullable(Sql.instant(row, "min"))))
                .orElseThrow();
    }
}
