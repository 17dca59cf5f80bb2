package io.tocsin.ivr;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Listens for scripts published by other replicas; compares now and then as well, should a message be lost. */
@ApplicationScoped
class LiveScriptNews {
    private static final Logger LOG = Logger.getLogger(LiveScriptNews.class);

    private final DataSource database;
    private final LiveScripts scripts;
    private final int waitMillis;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread listener;

    LiveScriptNews(DataSource database, LiveScripts scripts, IvrConfig config) {
        this.database = database;
        this.scripts = scripts;
        this.waitMillis = (int) config.compareEvery().toMillis();
        this.listener = Thread.ofPlatform().name("live-script-news").daemon().unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        listener.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(0, TimeUnit.MILLISECONDS)) {
                try {
                    listen();
                } catch (SQLException | RuntimeException e) {
                    LOG.debugf("no news of telephone scripts for now: %s", e.getMessage());
                    if (stopped.await(500, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen live_stage");
            PGConnection notifications = connection.unwrap(PGConnection.class);
            try {
                while (!stopped.await(0, TimeUnit.MILLISECONDS)) {
                    scripts.compare();
                    notifications.getNotifications(waitMillis);
                }
            } finally {
                if (!connection.isClosed()) {
                    statement.execute("unlisten *");
                }
            }
        }
    }
}
