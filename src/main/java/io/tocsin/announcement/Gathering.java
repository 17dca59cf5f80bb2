package io.tocsin.announcement;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Lets what is to be written gather for a moment: one statement serves them all. What cannot be written stays and is
 * tried again, in order, until it can.
 */
final class Gathering<T> {
    private static final Logger LOG = Logger.getLogger(Gathering.class);
    private static final int MOST = 1_000;
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(300);

    /** Writes a batch; when it returns the batch is durable. */
    interface Writer<T> {
        void write(List<T> batch) throws SQLException;
    }

    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final Writer<T> writer;
    private final long gatherNanos;
    private final Thread thread;
    private volatile boolean stopping;

    Gathering(String name, Duration gather, Writer<T> writer) {
        this.writer = writer;
        this.gatherNanos = gather.toNanos();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(T item) {
        waiting.add(item);
    }

    int size() {
        return waiting.size();
    }

    private void run() {
        List<T> batch = new ArrayList<>(MOST);
        while (!stopping || !waiting.isEmpty()) {
            try {
                T first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                if (!stopping) {
                    TimeUnit.NANOSECONDS.sleep(gatherNanos);
                }
                waiting.drainTo(batch, MOST - 1);
                write(batch);
            } catch (InterruptedException e) {
                stopping = true;
            } finally {
                batch.clear();
            }
        }
    }

    private void write(List<T> batch) throws InterruptedException {
        while (true) {
            try {
                writer.write(batch);
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("%d entries of the ledger wait cause=%s", batch.size(), e.getMessage());
                if (stopping) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(AFTER_TROUBLE.toMillis());
            }
        }
    }

    void stop() throws InterruptedException {
        stopping = true;
        if (thread.isAlive()) {
            thread.join(5_000);
        }
    }
}
