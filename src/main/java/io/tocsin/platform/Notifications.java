package io.tocsin.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what is told on one channel of PostgreSQL (NOTIFY), on a thread of its own. A notification is lost while there
 * is no connection; whoever listens is told to look by itself after every such gap, and whenever it was quiet for long.
 */
public final class Notifications {
    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final int AGAIN_MILLIS = 500;

    private final DataSource database;
    private final String channel;
    private final int quietMillis;
    private final Consumer<String> heard;
    private final Runnable look;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param channel a lower-case name
     * @param quiet how long without news until {@code look} runs again
     * @param heard gets the payload of each notification
     * @param look runs once the channel is listened to, after every gap, and when it was quiet
     */
    public Notifications(DataSource database, String channel, Duration quiet, Consumer<String> heard, Runnable look) {
        this.database = database;
        this.channel = channel;
        this.quietMillis = (int) quiet.toMillis();
        this.heard = heard;
        this.look = look;
    }

    public void start() {
        Thread.ofPlatform().name(channel.replace('_', '-')).daemon().start(this::run);
    }

    /** Takes effect at the next news, at the latest when it was quiet. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void run() {
        try {
            while (!isStopped()) {
                try {
                    listen();
                } catch (SQLException | RuntimeException e) {
                    LOG.debugf("no notifications for now channel=%s cause=%s", channel, e.getMessage());
                    stopped.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            PGConnection notifications = connection.unwrap(PGConnection.class);
            try {
                look.run();
                while (!isStopped()) {
                    PGNotification[] news = notifications.getNotifications(quietMillis);
                    if (news == null || news.length == 0) {
                        look.run();
                    } else {
                        for (PGNotification one : news) {
                            heard.accept(one.getParameter());
                        }
                    }
                }
            } finally {
                if (!connection.isClosed()) {
                    statement.execute("unlisten *");
                }
            }
        }
    }
}
