package io.tocsin.closure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.center.Phase;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import io.tocsin.telephony.NumberInventory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Watches centers on their way out: certifies what is gone, ends quarantines, destroys data whose time is over. */
@ApplicationScoped
class ClosureLoop {
    private static final Logger LOG = Logger.getLogger(ClosureLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration AFTER_LEFTOVERS = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);
    private static final Duration REPEATABLE = Duration.ofDays(7);

    private final Certifier certifier;
    private final Retention retention;
    private final Idempotency idempotency;
    private final NumberInventory inventory;
    private final Ledger ledger;
    private final Roles roles;
    private final Sql sql;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<UUID, Instant> notBefore = new HashMap<>();
    private Instant keepHouseAt = Instant.MIN;

    ClosureLoop(
            Certifier certifier,
            Retention retention,
            Idempotency idempotency,
            NumberInventory inventory,
            Ledger ledger,
            Roles roles,
            Sql sql,
            Clock clock) {
        this.certifier = certifier;
        this.retention = retention;
        this.idempotency = idempotency;
        this.inventory = inventory;
        this.ledger = ledger;
        this.roles = roles;
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("reconciler")) {
            Thread.ofPlatform().name("closure").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void run() {
        try {
            while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    certify();
                    keepHouse();
                } catch (RuntimeException e) {
                    LOG.warnf("closing waits cause=%s", e.getMessage());
                    stop.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void certify() {
        List<UUID> ending = sql.list(
                "select id from incident_center where phase = ?",
                row -> row.getObject(1, UUID.class),
                Phase.TEARING_DOWN);
        notBefore.keySet().retainAll(ending);
        for (UUID id : ending) {
            boolean due = !clock.instant().isBefore(notBefore.getOrDefault(id, Instant.MIN));
            if (due && ledger.isEmpty(id)) {
                Certificate certificate =
                        QuarkusTransaction.suspendingExisting().call(() -> certifier.look(id));
                certifier.keep(certificate);
                if (!certificate.isClean()) {
                    LOG.warnf(
                            "something is left center=%s leftovers=%d",
                            id, certificate.leftAtVendors().size());
                    notBefore.put(id, clock.instant().plus(AFTER_LEFTOVERS));
                }
            }
        }
    }

    private void keepHouse() {
        Instant now = clock.instant();
        if (now.isBefore(keepHouseAt)) {
            return;
        }
        keepHouseAt = now.plus(HOUSEKEEPING);
        inventory.endQuarantines(now);
        retention.destroyDue(now);
        idempotency.forget(now.minus(REPEATABLE));
    }
}
