package io.tocsin.audience;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * One process's work on one import: this thread reads rows and stores batches in order, others clean, hash and encrypt
 * them meanwhile. Only a few batches exist at a time, however long the list is. Every batch is one transaction that also
 * counts it, so that after a crash the next one goes on behind the last batch that was stored.
 */
final class ImportRun {
    private final ImportTable.Lease lease;
    private final Audience audience;
    private final RowCleaner cleaner;
    private final ImportParts parts;
    private final ExecutorService helpers;
    private final BooleanSupplier mayGoOn;
    private final Deque<Future<ImportBatch>> ahead = new ArrayDeque<>();

    /** @param mayGoOn asked before each batch; false ends the run where it is */
    ImportRun(
            ImportTable.Lease lease,
            Audience audience,
            ImportParts parts,
            ExecutorService helpers,
            BooleanSupplier mayGoOn) {
        this.lease = lease;
        this.audience = audience;
        this.cleaner = new RowCleaner(lease.mapping(), audience);
        this.parts = parts;
        this.helpers = helpers;
        this.mayGoOn = mayGoOn;
    }

    /** How a run ended. */
    enum End {
        ALL_ROWS_DONE,
        /** Asked to stop; somebody goes on later. */
        STOPPED,
        /** Somebody else has taken the import on. */
        LEASE_LOST
    }

    /** @throws BrokenListException where the list cannot be read any further; rows before are stored */
    End run() throws IOException, InterruptedException {
        Uploads.Content content = parts.uploads().open(audience.centerId(), lease.importId());
        try (ListReader reader = ListReader.open(lease.mapping().listFormat(), content)) {
            long row = 0;
            long skip = lease.rowsDone();
            int titles = lease.mapping().headerRow();
            BrokenListException broken = null;
            List<ListRow> rows = new ArrayList<>();
            while (true) {
                ListRow next = null;
                try {
                    next = reader.hasNext() ? reader.next() : null;
                } catch (BrokenListException e) {
                    broken = e;
                }
                if (next != null && titles-- > 0) {
                    continue;
                }
                if (next != null && ++row > skip && !next.isBlank()) {
                    rows.add(next);
                }
                if (next == null || rows.size() == parts.config().batchRows()) {
                    if (!mayGoOn.getAsBoolean()) {
                        return End.STOPPED;
                    }
                    submit(rows, row, content.bytesRead());
                    rows = new ArrayList<>(parts.config().batchRows());
                    if (!storeUntilLeft(next == null ? 0 : parts.config().threads())) {
                        return End.LEASE_LOST;
                    }
                }
                if (next == null) {
                    break;
                }
            }
            if (broken != null) {
                throw broken;
            }
            return End.ALL_ROWS_DONE;
        } finally {
            ahead.forEach(f -> f.cancel(true));
        }
    }

    private void submit(List<ListRow> rows, long rowsDone, long bytesRead) {
        ahead.add(helpers.submit(() -> ImportBatch.of(rows, rowsDone, bytesRead, cleaner, audience, parts)));
    }

    /** False when the lease is lost. */
    private boolean storeUntilLeft(int left) throws InterruptedException {
        while (ahead.size() > left) {
            try {
                if (!store(ahead.remove().get())) {
                    return false;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a batch of rows could not be made ready", e.getCause());
            }
        }
        return true;
    }

    private boolean store(ImportBatch batch) {
        try {
            QuarkusTransaction.requiringNew().run(() -> write(batch));
            return true;
        } catch (LeaseLost e) {
            return false;
        } catch (Sql.DatabaseException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            return storeOneByOne(batch);
        }
    }

    private static boolean isAboutTheData(Sql.DatabaseException e) {
        String state = ((SQLException) e.getCause()).getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("54"));
    }

    /** A row that the database refuses is set aside; the others of its batch are stored. */
    private boolean storeOneByOne(ImportBatch batch) {
        try {
            for (ImportBatch single : batch.singles(cleaner, audience, parts)) {
                try {
                    QuarkusTransaction.requiringNew().run(() -> write(single));
                } catch (Sql.DatabaseException e) {
                    if (!isAboutTheData(e)) {
                        throw e;
                    }
                    ImportBatch refused = single.refused(audience, parts);
                    QuarkusTransaction.requiringNew().run(() -> write(refused));
                }
            }
            return true;
        } catch (LeaseLost e) {
            return false;
        }
    }

    /** Ends the transaction: somebody else has taken the import on. */
    private static final class LeaseLost extends RuntimeException {}

    private void write(ImportBatch batch) {
        RecipientWriter.Written written = parts.writer().write(audience, batch.persons());
        parts.setAside().add(lease.importId(), batch.remarked());
        Clock clock = parts.clock();
        boolean held = parts.table()
                .step(lease, batch.step(written), clock.instant().plus(parts.config().lease()));
        if (!held) {
            throw new LeaseLost();
        }
    }
}
