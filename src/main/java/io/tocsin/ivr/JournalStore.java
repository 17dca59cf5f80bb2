package io.tocsin.ivr;

import io.tocsin.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Where steps become durable: a database connection of its own (a busy pool must not hold the journal up), else the
 * spill file. A second thread brings the connection back and carries over what was spilled, so that the writer never
 * waits for a database that is away.
 */
@ApplicationScoped
class JournalStore {
    private static final Logger LOG = Logger.getLogger(JournalStore.class);
    private static final String SUFFIX = ".jsonl";
    private static final int CARRY = 5_000;

    private final DataSource database;
    private final Clock clock;
    private final Path dir;
    private final int patienceMillis;
    private final ScheduledExecutorService repair = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("call-journal-repair").daemon().factory());
    private final Object databaseLock = new Object();
    private Connection connection;
    private final Object spillLock = new Object();
    private SpillFile spill;

    JournalStore(DataSource database, Clock clock, IvrConfig config) {
        this.database = database;
        this.clock = clock;
        this.dir = config.spillDir().toAbsolutePath();
        this.patienceMillis = (int) config.journalPatience().toMillis();
    }

    void open() {
        try {
            Files.createDirectories(dir);
            spill = fresh();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder for journals at " + dir + " cannot be used: set tocsin.ivr.spill-dir", e);
        }
        repair.scheduleWithFixedDelay(this::repair, 0, 500, TimeUnit.MILLISECONDS);
    }

    /** Whether the rows, which were never written before, are in the database now. */
    boolean write(List<JournalRow> rows) {
        synchronized (databaseLock) {
            if (connection == null) {
                return false;
            }
            try {
                JournalTable.writeNew(connection, rows, clock.instant());
                return true;
            } catch (SQLException e) {
                LOG.warnf("call journal goes to disk, the database does not take it: %s", e.getMessage());
                abandon();
                return false;
            }
        }
    }

    private SpillFile fresh() throws IOException {
        return SpillFile.take(dir.resolve(Ids.next(clock.instant()) + SUFFIX), true)
                .orElseThrow();
    }

    /** @throws IOException if the disk refuses */
    void spill(List<JournalRow> rows) throws IOException {
        Instant now = clock.instant();
        synchronized (spillLock) {
            spill.append(rows.stream().map(row -> row.durable(now)).toList());
        }
    }

    long spilledBytes() {
        SpillFile file = spill;
        return file == null ? 0 : file.size();
    }

    private void repair() {
        try {
            boolean connected;
            synchronized (databaseLock) {
                connected = connection != null;
            }
            if (!connected) {
                Connection fresh = connect();
                synchronized (databaseLock) {
                    connection = fresh;
                }
                LOG.info("call journal is written to the database");
            }
            setAside();
            carryOverSetAside();
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.debugf("call journal stays on disk for now: %s", e.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        Connection fresh = database.getConnection();
        try {
            fresh.setAutoCommit(false);
            fresh.setNetworkTimeout(Runnable::run, patienceMillis);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    /** Begins a new file, so that carrying the old one over holds nobody up. */
    private void setAside() throws IOException {
        synchronized (spillLock) {
            if (spill.size() > 0) {
                SpillFile full = spill;
                spill = fresh();
                full.close();
            }
        }
    }

    private void carryOver(SpillFile from) throws IOException, SQLException {
        List<JournalRow> rows = from.rows();
        try (Connection own = database.getConnection()) {
            own.setAutoCommit(false);
            for (int at = 0; at < rows.size(); at += CARRY) {
                JournalTable.write(own, rows.subList(at, Math.min(at + CARRY, rows.size())));
            }
        }
        LOG.infof("%d steps of calls carried over from disk to the database", rows.size());
    }

    /** Files that nobody holds: our own, set aside, and those of processes that died with steps on disk. */
    private void carryOverSetAside() throws IOException, SQLException {
        List<Path> files;
        try (Stream<Path> found = Files.list(dir)) {
            // Our own file is not even looked at: closing a second channel to it would give up our lock.
            Path own = spill.path();
            files = found.filter(file -> file.toString().endsWith(SUFFIX) && !file.equals(own))
                    .toList();
        }
        for (Path file : files) {
            Optional<SpillFile> left = SpillFile.take(file, false);
            if (left.isPresent()) {
                try (SpillFile owned = left.get()) {
                    carryOver(owned);
                    owned.delete();
                }
            }
        }
    }

    private void abandon() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debugf("a broken connection did not close: %s", e.getMessage());
        } finally {
            connection = null;
        }
    }

    void close() {
        repair.shutdownNow();
        synchronized (databaseLock) {
            if (connection != null) {
                abandon();
            }
        }
        try {
            if (spill != null && spill.size() == 0) {
                spill.delete();
            } else if (spill != null) {
                spill.close();
            }
        } catch (IOException e) {
            LOG.warnf("the spill file did not close: %s", e.getMessage());
        }
    }
}
