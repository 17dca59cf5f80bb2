package io.tocsin.inquiry;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells who wants to know that something was said in an inquiry, or that a chat moved, on whichever replica. Listens from
 * the first subscription on. A notification may be lost with its connection: whoever listens looks again now and then.
 */
@ApplicationScoped
public class InquiryNews {
    private static final Logger LOG = Logger.getLogger(InquiryNews.class);
    private static final int LOOK_MILLIS = 2_000;
    private static final int AGAIN_MILLIS = 500;

    private final DataSource database;
    private final List<BiConsumer<UUID, UUID>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Thread listener;

    InquiryNews(DataSource database) {
        this.database = database;
    }

    /**
     * @param listener gets center and inquiry; must be quick, since all others wait for it
     * @return ends the subscription
     */
    public Runnable subscribe(BiConsumer<UUID, UUID> listener) {
        listeners.add(listener);
        if (begun.compareAndSet(false, true)) {
            this.listener = Thread.ofPlatform().name("inquiry-news").daemon().start(this::run);
        }
        return () -> listeners.remove(listener);
    }

    void stop(@Observes ShutdownEvent event) {
        if (listener != null) {
            listener.interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                listen();
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("no news of inquiries for now: %s", e.getMessage());
                try {
                    Thread.sleep(AGAIN_MILLIS);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen inquiry_news");
            PGConnection notifications = connection.unwrap(PGConnection.class);
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    PGNotification[] news = notifications.getNotifications(LOOK_MILLIS);
                    for (PGNotification one : news == null ? new PGNotification[0] : news) {
                        tell(one.getParameter());
                    }
                }
            } finally {
                if (!connection.isClosed()) {
                    statement.execute("unlisten *");
                }
            }
        }
    }

    private void tell(String news) {
        String[] ids = news.split(" ");
        listeners.forEach(l -> {
            try {
                l.accept(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
            } catch (RuntimeException e) {
                LOG.debugf("a listener did not take news of inquiry %s: %s", ids[1], e.getMessage());
            }
        });
    }
}
