package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News are heard at once, and after a lost connection whoever listens looks by itself. */
@TocsinTest
class NotificationsTest {
    @Inject
    DataSource database;

    @Inject
    Sql sql;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private Notifications news;

    @BeforeEach
    void listen() {
        news = new Notifications(database, "test_news", Duration.ofMinutes(5), heard::add, looks::incrementAndGet);
        news.start();
        await("the first look").atMost(Duration.ofSeconds(20)).until(() -> looks.get() == 1);
    }

    @AfterEach
    void stop() {
        news.stop();
        breakConnection();
    }

    private void tell(String what) {
        sql.first("select pg_notify('test_news', ?)", row -> true, what);
    }

    private void breakConnection() {
        sql.list(
                "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen test_news'",
                row -> row.getBoolean(1));
    }

    @Test
    void newsAreHeardOnceAndAfterAGapThereIsAnotherLook() {
        tell("one");
        await("the first news").atMost(Duration.ofSeconds(20)).until(() -> heard.contains("one"));

        breakConnection();
        await("a look after the gap").atMost(Duration.ofSeconds(20)).until(() -> looks.get() == 2);
        tell("two");
        await("news after the gap").atMost(Duration.ofSeconds(20)).until(() -> heard.contains("two"));

        assertThat(heard).containsExactly("one", "two");
    }
}
