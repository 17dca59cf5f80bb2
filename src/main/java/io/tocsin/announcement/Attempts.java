package io.tocsin.announcement;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The attempts that this process has in hand: from the claim until their outcome is durable. Those that take long are
 * renewed in the ledger, so that nobody takes them for lost; one that somebody else has judged meanwhile is void.
 */
@ApplicationScoped
class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final DeliveryLedger ledger;
    private final Roles roles;
    private final long leaseNanos;
    private final Gathering<Outcome> outcomes;
    private final Map<UUID, Long> inHand = new ConcurrentHashMap<>();
    private volatile Thread heart;

    Attempts(DeliveryLedger ledger, Roles roles, AnnouncementConfig config) {
        this.ledger = ledger;
        this.roles = roles;
        this.leaseNanos = config.attemptLease().dividedBy(2).toNanos();
        this.outcomes = new Gathering<>("delivery-outcomes", config.gather(), batch -> {
            ledger.settle(batch);
            batch.forEach(o -> inHand.remove(o.deliveryId()));
        });
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("dispatcher")) {
            outcomes.start();
            heart = Thread.ofPlatform().name("delivery-attempts").daemon().start(this::beat);
        }
    }

    void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
        if (heart != null) {
            heart.interrupt();
            outcomes.stop();
        }
    }

    void begin(Claim claim) {
        inHand.put(claim.deliveryId(), System.nanoTime());
    }

    /** Whether it is still ours to make. */
    boolean mayBegin(Claim claim) {
        Long renewed = inHand.get(claim.deliveryId());
        return renewed != null && System.nanoTime() - renewed < leaseNanos;
    }

    void end(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** No outcome will be known here; the sweep will call it unknown when the lease is over. */
    void abandon(Claim claim) {
        inHand.remove(claim.deliveryId());
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                long now = System.nanoTime();
                Set<UUID> slow = new HashSet<>();
                inHand.forEach((id, since) -> {
                    if (now - since > BEAT.toNanos() / 2) {
                        slow.add(id);
                    }
                });
                renew(slow);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        long asked = System.nanoTime();
        try {
            Set<UUID> mine = new HashSet<>(ledger.renew(ids));
            for (UUID id : ids) {
                inHand.computeIfPresent(id, (k, since) -> mine.contains(id) ? asked : null);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("%d attempts could not be renewed cause=%s", ids.size(), e.getMessage());
        }
    }
}
