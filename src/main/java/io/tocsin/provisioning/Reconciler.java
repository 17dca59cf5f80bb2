package io.tocsin.provisioning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Brings what exists to what should exist. Three loops per process, any number of processes: one claims what is due and
 * starts a virtual thread for each piece, one writes outcomes in groups, one looks slowly for drift.
 */
@ApplicationScoped
class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int USUAL_IN_FLIGHT = 16;
    private static final int OUTCOMES_AT_ONCE = 100;
    private static final int CHECKS_AT_ONCE = 20;
    /** How many times the work in flight may be claimed, the rest waiting its turn. */
    private static final int AHEAD = 4;

    private static final Duration GATHER = Duration.ofMillis(8);

    private final Claims claims;
    private final Worker worker;
    private final Outcomes outcomes;
    private final ProvisioningConfig config;
    private final Roles roles;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final Map<String, Semaphore> permits = new HashMap<>();
    private final Map<String, AtomicInteger> outstanding = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final LinkedBlockingQueue<Outcome> ended = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Reconciler(
            Claims claims,
            Worker worker,
            Outcomes outcomes,
            ProvisioningConfig config,
            Roles roles,
            Drivers drivers,
            Clock clock) {
        this.claims = claims;
        this.worker = worker;
        this.outcomes = outcomes;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
        drivers.vendors().forEach(vendor -> {
            permits.put(vendor, new Semaphore(config.inFlight().getOrDefault(vendor, USUAL_IN_FLIGHT), true));
            outstanding.put(vendor, new AtomicInteger());
        });
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("reconciler")) {
            threads.add(Thread.ofPlatform().name("reconciler").daemon().start(this::claimLoop));
            threads.add(Thread.ofPlatform().name("reconciler-outcomes").daemon().start(this::outcomeLoop));
            threads.add(Thread.ofPlatform().name("reconciler-drift").daemon().start(this::driftLoop));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaiting event) {
        wake.release();
    }

    private void claimLoop() {
        while (!stopped) {
            try {
                int started = 0;
                for (String vendor : permits.keySet()) {
                    started += startDue(vendor);
                }
                if (started == 0) {
                    wake.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("no work can be claimed now cause=%s", e.getMessage());
                pause(Duration.ofSeconds(1));
            }
        }
    }

    /**
     * Claims in large groups, some ahead of their turn: a claim for each place that becomes free would cost the database
     * more than the work itself.
     */
    private int startDue(String vendor) {
        Semaphore places = permits.get(vendor);
        AtomicInteger held = outstanding.get(vendor);
        int most = AHEAD * config.inFlight().getOrDefault(vendor, USUAL_IN_FLIGHT);
        int room = most - held.get();
        if (room < most / 2) {
            return 0;
        }
        List<Claim> due = claims.due(vendor, room, owner);
        held.addAndGet(due.size());
        due.forEach(claim -> Thread.ofVirtual().start(() -> workInTurn(claim, places, held)));
        return due.size();
    }

    private void workInTurn(Claim claim, Semaphore places, AtomicInteger held) {
        places.acquireUninterruptibly();
        try {
            // Half of the lease must be left for the work; what waited longer is claimed anew when the lease has
            // passed.
            if (clock.instant().isBefore(claim.leaseUntil().minus(config.lease().dividedBy(2)))) {
                ended.add(worker.work(claim));
            }
        } finally {
            places.release();
            held.decrementAndGet();
            wake.release();
        }
    }

    private void outcomeLoop() {
        List<Outcome> batch = new ArrayList<>();
        while (!stopped) {
            try {
                if (batch.isEmpty()) {
                    batch.add(ended.take());
                }
                gatherMore(batch);
                outcomes.record(batch);
                batch.clear();
                wake.release();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Kept and written when the database is back; the leases guard against doing the work twice meanwhile.
                LOG.warnf("outcomes wait for the database count=%d cause=%s", batch.size(), e.getMessage());
                pause(Duration.ofMillis(500));
            }
        }
    }

    /** Outcomes that come at nearly the same moment share a transaction. */
    private void gatherMore(List<Outcome> batch) throws InterruptedException {
        long until = System.nanoTime() + GATHER.toNanos();
        while (batch.size() < OUTCOMES_AT_ONCE) {
            Outcome next = ended.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    private void driftLoop() {
        while (!stopped) {
            try {
                List<Claim> old = claims.toCheck(CHECKS_AT_ONCE, owner);
                old.forEach(claim -> ended.add(worker.check(claim)));
                pause(old.isEmpty() ? Duration.ofSeconds(1) : Duration.ofMillis(100));
            } catch (RuntimeException e) {
                LOG.warnf("no look for drift is possible now cause=%s", e.getMessage());
                pause(Duration.ofSeconds(5));
            }
        }
    }

    private void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
