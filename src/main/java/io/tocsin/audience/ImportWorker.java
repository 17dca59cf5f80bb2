package io.tocsin.audience;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on imports, one at a time per process ({@code tocsin.roles} has {@code importer}). An import whose process died
 * is taken on by whoever looks first after its lease has run out.
 */
@ApplicationScoped
class ImportWorker {
    /** Takings-on without a single stored batch, after which the list itself must be the trouble. */
    private static final int MOST_CLAIMS = 5;

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportParts parts;
    private final Audiences audiences;
    private final AuditLog audit;
    private final Roles roles;
    private final Semaphore work = new Semaphore(0);
    private Thread thread;
    private volatile boolean stopped;

    ImportWorker(ImportParts parts, Audiences audiences, AuditLog audit, Roles roles) {
        this.parts = parts;
        this.audiences = audiences;
        this.audit = audit;
        this.roles = roles;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("importer")) {
            thread = Thread.ofPlatform().name("importer").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        work.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /** There is something to do; no need to wait for the next look. */
    void wake() {
        work.release();
    }

    private void loop() {
        while (!stopped) {
            try {
                if (workOnce()) {
                    continue;
                }
            } catch (RuntimeException e) {
                LOG.warnf("importing waits cause=%s", e.getClass().getName());
                LOG.debug("importing waits", e);
            }
            try {
                if (work.tryAcquire(parts.config().idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Takes on the import that has waited longest, and works on it to its end; false if there is none. */
    boolean workOnce() {
        Optional<ImportTable.Lease> claimed =
                parts.table().claim(parts.clock().instant(), parts.config().lease());
        claimed.ifPresent(this::work);
        return claimed.isPresent();
    }

    private void work(ImportTable.Lease lease) {
        if (lease.claims() > MOST_CLAIMS) {
            LOG.errorf(
                    "import given up import=%s rows=%d claims=%d", lease.importId(), lease.rowsDone(), lease.claims());
            end(
                    lease,
                    Phrase.of(
                                    "After row %d the list could not be taken in, for %d times. Rows before are stored. Save a workbook as CSV and import that; if it stays, give ops the import's id.",
                                    "%d 行目以降を %d 回試みましたが取り込めませんでした。それより前の行は保存済みです。ブックの場合は CSV で保存して取り込んでください。続く場合は取り込みの ID を運用担当者に伝えてください。")
                            .with(lease.rowsDone(), MOST_CLAIMS));
            return;
        }
        ExecutorService helpers = Executors.newFixedThreadPool(
                parts.config().threads(),
                Thread.ofPlatform().name("importer-", 0).daemon().factory());
        try {
            LOG.infof(
                    "import goes on import=%s audience=%s rows=%d",
                    lease.importId(), lease.audienceId(), lease.rowsDone());
            ImportRun.End end =
                    new ImportRun(lease, audiences.get(lease.audienceId()), parts, helpers, () -> !stopped).run();
            switch (end) {
                case ALL_ROWS_DONE -> end(lease, null);
                case STOPPED -> parts.table().release(lease);
                case LEASE_LOST -> LOG.warnf("import was taken on by another import=%s", lease.importId());
            }
        } catch (BrokenListException e) {
            end(lease, e.words());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            helpers.shutdownNow();
        }
    }

    private void end(ImportTable.Lease lease, Phrase failure) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> {
            parts.samePersons().mark(audiences.get(lease.audienceId()));
            if (parts.table().end(lease, failure, parts.clock().instant())) {
                parts.uploads().delete(lease.importId());
                AudienceImport done = parts.table().get(lease.audienceId(), lease.importId());
                audit.record(
                        done.createdBy(),
                        failure == null ? "import.done" : "import.failed",
                        "import " + lease.importId(),
                        lease.centerId(),
                        Map.of(
                                "rows", done.rows(),
                                "stored", done.stored(),
                                "merged", done.merged(),
                                "items", done.items(),
                                "setAside", done.setAside()));
            }
        });
    }
}
