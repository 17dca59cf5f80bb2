package io.tocsin.announcement;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Messages on their way when an announcement was stopped. */
@ApplicationScoped
class InFlight {
    private final Sql sql;
    private final AnnouncementConfig config;

    InFlight(Sql sql, AnnouncementConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** Waits until none is left: nothing is sent after this returned 0. @return those still on their way */
    long await(UUID announcementId) {
        long until = System.nanoTime() + config.settle().toNanos();
        long left = count(announcementId);
        try {
            while (left > 0 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(25);
                left = count(announcementId);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    private long count(UUID announcementId) {
        return sql.first(
                        "select count(*) from delivery where announcement_id = ? and state = 'ATTEMPTING'",
                        row -> row.getLong(1),
                        announcementId)
                .orElse(0L);
    }
}
