package io.tocsin.announcement;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Lets messages go as fast as the announcement is paced, counted anew from each start and resumption. */
@ApplicationScoped
class Waves {
    private final Chunks chunks;
    private final Sql sql;
    private final Clock clock;

    Waves(Chunks chunks, Sql sql, Clock clock) {
        this.chunks = chunks;
        this.sql = sql;
        this.clock = clock;
    }

    void begin(UUID id) {
        sql.update("""
                update announcement set wave_from = ?, wave_base = (select coalesce(sum(size), 0) from dispatch_chunk
                    where announcement_id = ? and state <> 'WAITING') where id = ?""", clock.instant(), id, id);
    }

    /** In the surrounding transaction, the announcement locked. */
    void release(Announcement a) {
        if (!a.state().sends()) {
            return;
        }
        long due = a.pacedPerMinute() == null ? Long.MAX_VALUE : due(a);
        if (due > 0) {
            chunks.release(a, due);
        }
    }

    /** What was told before the pause was dropped by the dispatchers meanwhile. */
    void resumed(Announcement a) {
        chunks.tellAgain(a.id(), clock.instant().plus(Duration.ofSeconds(1)));
        release(a);
    }

    private long due(Announcement a) {
        record Wave(Instant from, long base, long released) {}
        Wave wave = sql.first(
                        """
                        select a.wave_from, a.wave_base, (select coalesce(sum(size), 0) from dispatch_chunk c
                            where c.announcement_id = a.id and c.state <> 'WAITING') from announcement a where a.id = ?""", row -> new Wave(Sql.instant(row, "wave_from"), row.getLong(2), row.getLong(3)), a.id())
                .orElseThrow();
        return due(a.pacedPerMinute(), Duration.between(wave.from(), clock.instant()), wave.released() - wave.base());
    }

    /** Messages that may go now. The first go at once, each further one when its time has come. */
    static long due(int perMinute, Duration elapsed, long released) {
        long allowed = 1 + perMinute * elapsed.toMillis() / 60_000;
        return allowed - released;
    }
}
