package io.tocsin.inquiry;

import io.quarkus.runtime.ShutdownEvent;
import io.tocsin.platform.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Tells who wants to know that something was said in an inquiry, or that a chat moved, on whichever replica. Listens from
 * the first subscription on.
 */
@ApplicationScoped
public class InquiryNews {
    private static final Logger LOG = Logger.getLogger(InquiryNews.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final Notifications news;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    InquiryNews(DataSource database) {
        this.news = new Notifications(database, "inquiry_news", LOOK_AGAIN, this::heard, this::look);
    }

    /** Must be quick: all others wait for it. */
    public interface Listener {
        void news(UUID inquiry);

        /** There may have been news of any inquiry. */
        void look();
    }

    /** @return ends the subscription */
    public Runnable subscribe(Listener listener) {
        listeners.add(listener);
        if (begun.compareAndSet(false, true)) {
            news.start();
        }
        return () -> listeners.remove(listener);
    }

    void stop(@Observes ShutdownEvent event) {
        news.stop();
    }

    /** @param centerAndInquiry their ids, as {@code tell_thread_message} in the database writes them */
    private void heard(String centerAndInquiry) {
        UUID inquiry = UUID.fromString(centerAndInquiry.split(" ")[1]);
        listeners.forEach(listener -> safely(() -> listener.news(inquiry)));
    }

    private void look() {
        listeners.forEach(listener -> safely(listener::look));
    }

    private static void safely(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.debugf("a listener did not take news of inquiries: %s", e.getMessage());
        }
    }
}
