package io.tocsin.announcement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks after all announcements under way, again and again; one process at a time looks after one. */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    /** A look that takes long is not taken again at once. */
    private static final int REST = 10;

    private final Announcements announcements;
    private final Caretaker caretaker;
    private final Lookups lookups;
    private final AnnouncementConfig config;
    private final Roles roles;
    private final Sql sql;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<UUID, Long> restUntil = new HashMap<>();

    Sweep(
            Announcements announcements,
            Caretaker caretaker,
            Lookups lookups,
            AnnouncementConfig config,
            Roles roles,
            Sql sql) {
        this.announcements = announcements;
        this.caretaker = caretaker;
        this.lookups = lookups;
        this.config = config;
        this.roles = roles;
        this.sql = sql;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("dispatcher")) {
            Thread.ofPlatform().name("announcement-sweep").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void run() {
        try {
            while (!stop.await(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    once();
                } catch (RuntimeException e) {
                    LOG.warnf("announcements are not looked after at present cause=%s", e.getMessage());
                    stop.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void once() {
        for (Announcement a : announcements.in(AnnouncementState.SCHEDULED)) {
            guarded(a, () -> caretaker.startIfDue(a));
        }
        for (Announcement a :
                announcements.in(AnnouncementState.FIRST_SHARE, AnnouncementState.RUNNING, AnnouncementState.PAUSED)) {
            if (System.nanoTime() >= restUntil.getOrDefault(a.id(), Long.MIN_VALUE)) {
                guarded(a, () -> alone(a));
            }
        }
        lookups.once();
    }

    private void alone(Announcement a) {
        long began = System.nanoTime();
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            boolean mine = sql.first(
                            "select pg_try_advisory_xact_lock(hashtextextended(?, 10))",
                            row -> row.getBoolean(1),
                            a.id().toString())
                    .orElse(false);
            if (mine) {
                caretaker.lookAfter(a.centerId(), a.id());
            }
        });
        long now = System.nanoTime();
        restUntil.put(a.id(), now + REST * (now - began));
    }

    private static void guarded(Announcement a, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("not looked after at present announcement=%s cause=%s", a.id(), e.getMessage());
        }
    }
}
