package io.tocsin.event;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells when events wait. Never unready for it: they are safe in the outbox, and callers are answered without Kafka. */
@Readiness
@ApplicationScoped
class EventsHealth implements HealthCheck {
    private static final double LATE_SECONDS = 30;

    private final OutboxMeters meters;

    EventsHealth(OutboxMeters meters) {
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("events").up();
        double oldest = meters.oldestSeconds();
        if (oldest > LATE_SECONDS) {
            answer.withData("degraded", "Events wait for Kafka, the oldest for %.0f s".formatted(oldest))
                    .withData("whatToDo", "Check kafka.bootstrap.servers and that Kafka runs. Nothing is lost.");
        }
        return answer.build();
    }
}
