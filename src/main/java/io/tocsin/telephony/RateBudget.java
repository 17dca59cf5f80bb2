package io.tocsin.telephony;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * The account's calls per second, shared by all replicas through one row per account. The moments at which calls may be
 * made are drawn in blocks of what this replica needs for a twentieth of a second, so that hundreds of calls per second
 * cost about twenty round trips, and no replica holds moments that another waits for. A moment that passed unused is
 * void. Time is the database's, which all replicas share.
 */
@ApplicationScoped
public class RateBudget {
    /** Later than this a call would crowd those of the next moments. */
    private static final long LATE_NANOS = Duration.ofMillis(25).toNanos();

    private static final long SHARE_NANOS = Duration.ofMillis(50).toNanos();

    private final Sql sql;
    private final Map<Mode, Block> blocks = new EnumMap<>(Mode.class);
    private final Map<Mode, Double> ceilings = new EnumMap<>(Mode.class);

    private final ThreadLocal<Mode> prepaid = new ThreadLocal<>();

    private static final class Block {
        private final ReentrantLock lock = new ReentrantLock();
        private int left;
        private final AtomicInteger waiting = new AtomicInteger();
        private long nextAt;
        private long spacing = 1;
        private long drawnAt = System.nanoTime();
        private int usedSince;

        /** As many as wait now, or as were used of late in a twentieth of a second. */
        private int wanted(long now, double ceiling) {
            double usedPerNano = usedSince / (double) Math.max(1, now - drawnAt);
            long need = Math.max(waiting.get(), (long) Math.ceil(usedPerNano * SHARE_NANOS));
            return (int) Math.clamp(need, 1, (long) Math.max(1, ceiling / 20));
        }

        private void drawn(TokenBucket.Grant grant, long now) {
            left = grant.granted();
            spacing = Math.max(1, grant.spacing().toNanos());
            nextAt = now + grant.startIn().toNanos();
            drawnAt = now;
            usedSince = 0;
        }

        /** The next moment that is not void, in {@link System#nanoTime}; empty where the block is used up. */
        private OptionalLong next(long now) {
            long late = now - LATE_NANOS - nextAt;
            if (late > 0) {
                long passed = Math.min(left, late / spacing + 1);
                left -= (int) passed;
                nextAt += passed * spacing;
            }
            if (left == 0) {
                return OptionalLong.empty();
            }
            long moment = nextAt;
            left--;
            usedSince++;
            nextAt += spacing;
            return OptionalLong.of(moment);
        }
    }

    RateBudget(Sql sql, TwilioConfig config) {
        this.sql = sql;
        for (Mode mode : Mode.values()) {
            blocks.put(mode, new Block());
        }
        ceilings.put(Mode.LIVE, config.live().callsPerSecond());
        ceilings.put(Mode.DRILL, config.drill().callsPerSecond());
    }

    /** Waits for the moment of the call that this thread makes next, which then does not wait again. */
    public void prepay(Mode mode) throws InterruptedException {
        if (prepaid.get() != mode) {
            take(mode);
            prepaid.set(mode);
        }
    }

    /** Waits until one call may be made. */
    void take(Mode mode) throws InterruptedException {
        if (prepaid.get() == mode) {
            prepaid.remove();
            return;
        }
        while (true) {
            long moment = moment(mode);
            long wait = moment - System.nanoTime();
            if (wait > 200_000) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            if (System.nanoTime() - moment <= LATE_NANOS) {
                return;
            }
        }
    }

    private long moment(Mode mode) throws InterruptedException {
        Block block = blocks.get(mode);
        block.waiting.incrementAndGet();
        try {
            while (true) {
                block.lock.lockInterruptibly();
                TokenBucket.Grant grant;
                try {
                    OptionalLong moment = block.next(System.nanoTime());
                    if (moment.isPresent()) {
                        return moment.getAsLong();
                    }
                    int wanted = block.wanted(System.nanoTime(), ceilings.get(mode));
                    grant = change(mode, (bucket, now) -> bucket.take(wanted, now));
                    if (grant.granted() > 0) {
                        block.drawn(grant, System.nanoTime());
                    }
                } finally {
                    block.lock.unlock();
                }
                if (grant.granted() == 0) {
                    Thread.sleep(grant.comeBackIn().plusMillis(1));
                }
            }
        } finally {
            block.waiting.decrementAndGet();
        }
    }

    /** A 429: the whole account goes slower, here and on every other replica. */
    public void slow(Mode mode, Duration retryAfter) {
        change(
                mode,
                (bucket, now) -> new TokenBucket.Grant(
                        0, Duration.ZERO, Duration.ZERO, retryAfter, bucket.throttled(retryAfter, now)));
        Block block = blocks.get(mode);
        block.lock.lock();
        try {
            block.left = 0;
        } finally {
            block.lock.unlock();
        }
    }

    /** Calls per second that the account may make when all is well. */
    public double ceiling(Mode mode) {
        return ceilings.get(mode);
    }

    /** Calls per second that the account may make at present. */
    public double rate(Mode mode) {
        return change(mode, (bucket, now) -> bucket.take(0, now)).next().rate();
    }

    private TokenBucket.Grant change(Mode mode, BiFunction<TokenBucket, Instant, TokenBucket.Grant> decision) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Row row = locked(mode);
                TokenBucket.Grant grant = decision.apply(row.bucket().withCeiling(ceilings.get(mode)), row.now());
                TokenBucket next = grant.next();
                sql.update(
                        "update rate_budget set ceiling = ?, rate = ?, next_at = ?, seen_at = ?, slowed_until = ?"
                                + " where account = ?",
                        next.ceiling(),
                        next.rate(),
                        next.nextAt(),
                        next.seenAt(),
                        next.slowedUntil(),
                        mode);
                return grant;
            });
        } catch (RuntimeException e) {
            throw new VendorFailure.Passing(
                    Phrase.of(
                            "The carrier cannot be called while the database does not answer",
                            "データベースが応答しないため、キャリアを呼び出せません"),
                    e);
        }
    }

    private record Row(TokenBucket bucket, Instant now) {}

    private Row locked(Mode mode) {
        String select = "select *, clock_timestamp() as now from rate_budget where account = ? for update";
        return sql.first(select, RateBudget::read, mode).orElseGet(() -> {
            sql.update(
                    "insert into rate_budget (account, ceiling, rate, next_at, seen_at, slowed_until) values (?, ?, ?,"
                            + " clock_timestamp(), clock_timestamp(), clock_timestamp()) on conflict do nothing",
                    mode,
                    ceilings.get(mode),
                    ceilings.get(mode));
            return sql.first(select, RateBudget::read, mode).orElseThrow();
        });
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new TokenBucket(
                        row.getDouble("ceiling"),
                        row.getDouble("rate"),
                        Sql.instant(row, "next_at"),
                        Sql.instant(row, "seen_at"),
                        Sql.instant(row, "slowed_until")),
                Sql.instant(row, "now"));
    }
}
