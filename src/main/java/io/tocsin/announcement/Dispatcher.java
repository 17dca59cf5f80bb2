package io.tocsin.announcement;

import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.platform.Sql;
import io.tocsin.telephony.RateBudget;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Works on chunks: claims a few deliveries at a time, no more than can be attempted at once and a little ahead, and
 * attempts them side by side. Chunks follow each other without a gap.
 */
@ApplicationScoped
class Dispatcher {
    private final Announcements announcements;
    private final Chunks chunks;
    private final DeliveryLedger ledger;
    private final Recipients recipients;
    private final AttemptRunner runner;
    private final Attempts attempts;
    private final Sql sql;
    private final RateBudget budget;
    private final int batch;
    private final Semaphore slots;
    private final Semaphore claims;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(
            Announcements announcements,
            Chunks chunks,
            DeliveryLedger ledger,
            Recipients recipients,
            AttemptRunner runner,
            Attempts attempts,
            Sql sql,
            RateBudget budget,
            AnnouncementConfig config) {
        this.announcements = announcements;
        this.chunks = chunks;
        this.ledger = ledger;
        this.recipients = recipients;
        this.runner = runner;
        this.attempts = attempts;
        this.sql = sql;
        this.budget = budget;
        int concurrency = config.concurrency();
        this.batch = Math.max(1, concurrency / 2);
        this.slots = new Semaphore(concurrency);
        this.claims = new Semaphore(concurrency < 5 ? concurrency : 2 * concurrency);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Returns when nothing of the chunk is left to claim here; the last attempts may still be on their way. */
    void work(UUID announcementId, int chunk) throws InterruptedException, SQLException {
        Announcement a = announcements.find(announcementId).orElse(null);
        if (a == null || !a.state().sends()) {
            return;
        }
        Chunks.Work work = chunks.begin(a, chunk);
        Map<UUID, Recipient> people = people(a, chunk);
        int most = (int) Math.clamp((long) budget.ceiling(a.mode()), 1, batch);
        while (step(work, people, most) == most) {
            // as long as claims come back full there may be more
        }
        chunks.done(announcementId, chunk);
    }

    /** Claims and begins at most so many attempts. @return how many deliveries it moved */
    int step(Chunks.Work work, Map<UUID, Recipient> people, int most) throws InterruptedException, SQLException {
        claims.acquire(most);
        int begun = 0;
        try {
            DeliveryLedger.Claimed claimed = ledger.claim(work.announcement().id(), work.chunk(), most, work.quiet());
            addMissing(work.announcement(), claimed.claims(), people);
            claimed.claims().forEach(attempts::begin);
            for (Claim claim : claimed.claims()) {
                threads.execute(() -> attempt(work.announcement(), claim, people.get(claim.recipientId())));
                begun++;
            }
            return claimed.looked();
        } finally {
            claims.release(most - begun);
        }
    }

    /** What was unknown when the chunk was begun may have come back to it since. */
    private void addMissing(Announcement a, List<Claim> claims, Map<UUID, Recipient> people) {
        List<UUID> missing = claims.stream()
                .map(Claim::recipientId)
                .filter(id -> !people.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            recipients.read(a.centerId(), missing).forEach(r -> people.put(r.id(), r));
        }
    }

    private void attempt(Announcement a, Claim claim, Recipient recipient) {
        try {
            slots.acquire();
            try {
                runner.run(a, claim, recipient);
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            attempts.abandon(claim);
        } finally {
            claims.release();
        }
    }

    Map<UUID, Recipient> people(Announcement a, int chunk) {
        List<UUID> ids = sql.list(
                "select recipient_id from delivery where announcement_id = ? and chunk = ? and state = 'PLANNED'",
                row -> row.getObject(1, UUID.class),
                a.id(),
                chunk);
        Map<UUID, Recipient> people = new ConcurrentHashMap<>();
        recipients.read(a.centerId(), ids).forEach(r -> people.put(r.id(), r));
        return people;
    }
}
