package io.tocsin.campaign;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Calls whoever is due, as one of several replicas. Killed at any moment, the others or the next start go on. */
@ApplicationScoped
class Dialer {
    private static final Logger LOG = Logger.getLogger(Dialer.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Campaigns campaigns;
    private final CallList list;
    private final Dialing dialing;
    private final CallSettling settling;
    private final Roles roles;
    private final CampaignConfig config;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    Dialer(
            Campaigns campaigns,
            CallList list,
            Dialing dialing,
            CallSettling settling,
            Roles roles,
            CampaignConfig config) {
        this.campaigns = campaigns;
        this.list = list;
        this.dialing = dialing;
        this.settling = settling;
        this.roles = roles;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("dialer")) {
            Thread.ofPlatform().name("dialer").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
        // What was claimed and not dialled is given up later, without harm.
        calls.shutdown();
    }

    private void run() {
        try {
            while (!stop.await(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.warnf("calling waits cause=%s", e.getMessage());
                    stop.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        settling.look();
        for (Campaign campaign : campaigns.running()) {
            list.claim(campaign.id()).forEach(attempt -> calls.execute(() -> dial(attempt)));
        }
    }

    private void dial(CallAttempt attempt) {
        try {
            dialing.dial(attempt);
        } catch (RuntimeException e) {
            LOG.errorf(e, "a call could not be made attempt=%s", attempt.id());
        }
    }
}
