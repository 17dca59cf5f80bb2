package io.tocsin.provisioning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final Duration GATHER = Duration.ofMillis(20);

    private final Claims claims;
    private final Worker worker;
    private final Outcomes outcomes;
    private final ProvisioningConfig config;
    private final Roles roles;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final List<Lane> lanes;
    private final AtomicBoolean news = new AtomicBoolean(true);
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
        this.lanes = drivers.vendors().stream()
                .map(vendor -> new Lane(
                        vendor,
                        config.inFlight().getOrDefault(vendor, USUAL_IN_FLIGHT),
                        this::workInTurn,
                        ended::add,
                        wake::release))
                .toList();
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
        lookAgain();
    }

    /** Something may have become due. */
    private void lookAgain() {
        news.set(true);
        wake.release();
    }

    private void claimLoop() {
        long lookedAt = System.nanoTime();
        while (!stopped) {
            try {
                if (news.getAndSet(false)
                        || System.nanoTime() - lookedAt > config.idle().toNanos()) {
                    lookedAt = System.nanoTime();
                    lanes.forEach(Lane::lookAgain);
                }
                int started = 0;
                for (Lane lane : lanes) {
                    started += startDue(lane);
                }
                if (started == 0) {
                    wake.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("no work can be claimed now cause=%s", e.getMessage());
                news.set(true);
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private int startDue(Lane lane) {
        int room = lane.room();
        if (room == 0) {
            return 0;
        }
        List<Claim> due = claims.due(lane.vendor(), room, owner);
        lane.take(due, room);
        return due.size();
    }

    /** Half of the lease must be left for the work; what waited longer is claimed anew when the lease has passed. */
    private Optional<Outcome> workInTurn(Claim claim) {
        Instant latest = claim.leaseUntil().minus(config.lease().dividedBy(2));
        return clock.instant().isBefore(latest) ? Optional.of(worker.work(claim)) : Optional.empty();
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
                boolean unlocking = batch.stream().anyMatch(Reconciler::mayUnlock);
                batch.clear();
                if (unlocking) {
                    lookAgain();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Kept and written when the database is back; the leases guard against doing the work twice meanwhile.
                LOG.warnf("outcomes wait for the database count=%d cause=%s", batch.size(), e.getMessage());
                pause(Duration.ofMillis(500));
            }
        }
    }

    /** Whether other work may have become due by it; what comes due by time is found by looking now and then. */
    private static boolean mayUnlock(Outcome outcome) {
        return outcome.claim().awaited() || outcome instanceof Outcome.Removed;
    }

    /**
     * Outcomes that come at nearly the same moment share a transaction, unless others wait for one of them or no more are
     * to come.
     */
    private void gatherMore(List<Outcome> batch) throws InterruptedException {
        long until = System.nanoTime() + GATHER.toNanos();
        boolean awaited = false;
        while (batch.size() < OUTCOMES_AT_ONCE) {
            awaited |= batch.getLast().claim().awaited();
            Outcome next = awaited || lanes.stream().allMatch(Lane::isIdle)
                    ? ended.poll()
                    : ended.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
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
