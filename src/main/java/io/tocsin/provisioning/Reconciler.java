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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
                .map(vendor -> new Lane(vendor, config.inFlight().getOrDefault(vendor, USUAL_IN_FLIGHT)))
                .toList();
    }

    /** One vendor's work in this process. */
    private static final class Lane {
        private final String vendor;
        private final Semaphore places;
        private final int most;
        private final AtomicInteger held = new AtomicInteger();
        /** Whether the last claim left something behind. Only the claiming thread knows it. */
        private boolean moreDue = true;

        Lane(String vendor, int inFlight) {
            this.vendor = vendor;
            this.places = new Semaphore(inFlight, true);
            this.most = AHEAD * inFlight;
        }
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
                    lanes.forEach(lane -> lane.moreDue = true);
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

    /**
     * Claims in large groups, some ahead of their turn: a claim for each place that becomes free would cost the database
     * more than the work itself.
     */
    private int startDue(Lane lane) {
        int room = lane.most - lane.held.get();
        if (!lane.moreDue || room < lane.most / 2) {
            return 0;
        }
        List<Claim> due = claims.due(lane.vendor, room, owner);
        lane.moreDue = due.size() == room;
        lane.held.addAndGet(due.size());
        due.forEach(claim -> Thread.ofVirtual().start(() -> workInTurn(claim, lane)));
        return due.size();
    }

    private void workInTurn(Claim claim, Lane lane) {
        lane.places.acquireUninterruptibly();
        try {
            // Half of the lease must be left for the work; what waited longer is claimed anew when the lease has
            // passed.
            if (clock.instant().isBefore(claim.leaseUntil().minus(config.lease().dividedBy(2)))) {
                ended.add(worker.work(claim));
            }
        } finally {
            lane.places.release();
            if (lane.held.decrementAndGet() == lane.most / 2) {
                wake.release();
            }
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

    /** Outcomes that come at nearly the same moment share a transaction, unless others wait for one of them. */
    private void gatherMore(List<Outcome> batch) throws InterruptedException {
        long until = System.nanoTime() + GATHER.toNanos();
        boolean awaited = false;
        while (batch.size() < OUTCOMES_AT_ONCE) {
            awaited |= batch.getLast().claim().awaited();
            Outcome next = awaited ? ended.poll() : ended.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
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
