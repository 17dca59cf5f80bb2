package io.tocsin.riskpack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Looks at the directory of packs from time to time. A changed pack is read once its files have been still for one
 * look, so that nobody's half-written file is taken for a broken pack.
 */
final class PackWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PackWatch.class);

    private final PackFolder folder;
    private final Duration every;
    private final Consumer<String> changed;
    private final Consumer<Set<String>> present;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> read = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;

    PackWatch(PackFolder folder, Duration every, Consumer<String> changed, Consumer<Set<String>> present) {
        this.folder = folder;
        this.every = every;
        this.changed = changed;
        this.present = present;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("pack-watch").factory());
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads everything at once, without waiting for stillness. */
    synchronized void lookNow() {
        look();
        look();
    }

    synchronized void look() {
        try {
            List<String> packs = folder.packIds();
            present.accept(Set.copyOf(packs));
            List<String> due = new ArrayList<>();
            for (String pack : packs) {
                if (isDue(pack)) {
                    due.add(pack);
                }
            }
            readTogether(due);
        } catch (IOException | RuntimeException e) {
            // The next look tries again; the packs in use stay.
            LOG.errorf(e, "Cannot look at the risk packs");
        }
    }

    private boolean isDue(String pack) throws IOException {
        String print = folder.fingerprint(pack);
        boolean still = print.equals(seen.put(pack, print));
        return still && !print.equals(read.get(pack));
    }

    /** All at once: at a start nothing goes on until the last one is read. */
    private void readTogether(List<String> packs) {
        if (packs.isEmpty()) {
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(
                packs.size(), Thread.ofPlatform().daemon().name("pack-read-", 0).factory())) {
            packs.stream()
                    .map(pack -> CompletableFuture.runAsync(() -> changed.accept(pack), threads)
                            .thenRun(() -> read.put(pack, seen.get(pack))))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
