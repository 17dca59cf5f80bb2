package io.tocsin.ivr;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Records every step of every call without making a caller wait: steps gather in memory for a moment, then go to the
 * database together, or to disk if it is away. No step is dropped; a crash loses at most what was in memory.
 */
@ApplicationScoped
class CallJournal {
    private static final Logger LOG = Logger.getLogger(CallJournal.class);
    private static final int LARGEST_BATCH = 4096;
    /** A step that has been in memory for so long goes to disk rather than queue for the database. */
    private static final Duration LATE = Duration.ofMillis(300);

    private final BlockingQueue<Step> ring;
    private final JournalStore store;
    private final RowSealer sealer;
    private final Clock clock;
    private final long gatherNanos;
    private final Thread writer;
    private volatile boolean stopping;
    private volatile long oldestMillis;

    CallJournal(IvrConfig config, JournalStore store, RowSealer sealer, Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.ring = new ArrayBlockingQueue<>(config.journalCapacity());
        this.store = store;
        this.sealer = sealer;
        this.gatherNanos = config.journalEvery().toNanos();
        this.writer = Thread.ofPlatform().name("call-journal").daemon().unstarted(this::run);
        metrics.gauge("tocsin.ivr.journal.waiting", ring, BlockingQueue::size);
        metrics.gauge("tocsin.ivr.journal.lag.seconds", this, j -> j.oldestMillis / 1000.0);
        metrics.gauge("tocsin.ivr.journal.spill.bytes", store, JournalStore::spilledBytes);
    }

    void start(@Observes StartupEvent event) {
        store.open();
        writer.start();
    }

    /** Never blocks on the database. With the memory full, the step goes to disk before this returns. */
    void record(Step step) {
        if (!ring.offer(step)) {
            spill(List.of(sealer.row(step)));
        }
    }

    private void run() {
        List<Step> batch = new ArrayList<>(LARGEST_BATCH);
        while (!stopping || !ring.isEmpty()) {
            try {
                gather(batch);
                if (!batch.isEmpty()) {
                    write(batch);
                }
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.error("the call journal could not be written", e);
            } finally {
                batch.clear();
            }
        }
    }

    /** Waits for a first step, then lets others gather for a moment: one transaction serves them all. */
    private void gather(List<Step> batch) throws InterruptedException {
        Step first = ring.poll(gatherNanos, TimeUnit.NANOSECONDS);
        if (first == null) {
            oldestMillis = 0;
            return;
        }
        batch.add(first);
        long until = System.nanoTime() + gatherNanos;
        ring.drainTo(batch, LARGEST_BATCH - batch.size());
        while (!stopping && batch.size() < LARGEST_BATCH) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, gatherNanos / 4));
            ring.drainTo(batch, LARGEST_BATCH - batch.size());
        }
    }

    private void write(List<Step> batch) {
        List<JournalRow> rows = batch.stream().map(sealer::row).toList();
        long begun = System.nanoTime();
        // A database that falls behind would leave steps in memory for too long: the disk takes them at once.
        boolean late = batch.getFirst().at().plus(LATE).isBefore(clock.instant());
        if (late || !store.write(rows)) {
            spill(rows);
        }
        oldestMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun + gatherNanos);
    }

    private void spill(List<JournalRow> rows) {
        try {
            store.spill(rows);
        } catch (IOException e) {
            // Neither database nor disk: the steps stay in the log, which is all that is left.
            LOG.errorf(e, "%d steps of calls could be stored nowhere: %s", rows.size(), rows);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        writer.join(5_000);
        store.close();
    }
}
