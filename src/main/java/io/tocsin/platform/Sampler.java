package io.tocsin.platform;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Takes the measures that need the database, at a steady pace: reading the metrics then costs no query. */
@ApplicationScoped
public class Sampler {
    private static final Logger LOG = Logger.getLogger(Sampler.class);

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sampler").daemon().factory());

    /** @param sample one short query; a failed one is skipped */
    public void every(Duration period, Runnable sample) {
        pace.scheduleWithFixedDelay(
                () -> {
                    try {
                        sample.run();
                    } catch (RuntimeException e) {
                        LOG.debugf("a measure could not be taken cause=%s", e.getMessage());
                    }
                },
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        pace.shutdownNow();
    }
}
