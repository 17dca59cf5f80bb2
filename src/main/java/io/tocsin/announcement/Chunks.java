package io.tocsin.announcement;

import io.tocsin.event.NewEvent;
import io.tocsin.event.Outbox;
import io.tocsin.event.Topic;
import io.tocsin.platform.Sql;
import io.tocsin.regime.CallingRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pieces of work and how far they are; each is told to the dispatchers on Kafka, and again where it stands still. */
@ApplicationScoped
class Chunks {
    static final String EVENT = "dispatch.released";

    private final Sql sql;
    private final Outbox outbox;
    private final CallingRules rules;
    private final AnnouncementConfig config;
    private final Clock clock;

    Chunks(Sql sql, Outbox outbox, CallingRules rules, AnnouncementConfig config, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.rules = rules;
        this.config = config;
        this.clock = clock;
    }

    /** What a dispatcher must know to work on a chunk. */
    record Work(Announcement announcement, int chunk, QuietZones quiet) {}

    /**
     * Releases waiting chunks, in the surrounding transaction.
     *
     * @param messages at most so many, but a whole chunk where any may go
     */
    int release(Announcement a, long messages) {
        long outstanding = sql.first(
                        "select count(*) from dispatch_chunk where announcement_id = ? and state = 'RELEASED'",
                        row -> row.getLong(1),
                        a.id())
                .orElse(0L);
        List<Integer> released = sql.list(
                """
                update dispatch_chunk set state = 'RELEASED', emitted_at = ? where announcement_id = ? and chunk in (
                    select chunk from (select chunk, sum(size) over (order by chunk) - size as before
                                       from dispatch_chunk where announcement_id = ? and state = 'WAITING'
                                         and (first_share or not ?)) w
                    where before < ? order by chunk limit ?) returning chunk""",
                row -> row.getInt(1),
                clock.instant(),
                a.id(),
                a.id(),
                a.state() == AnnouncementState.FIRST_SHARE,
                messages,
                Math.max(0, config.chunksAhead() - outstanding));
        tell(a.id(), released);
        return released.size();
    }

    /** Tells again what was released and has not moved since a moment, or holds messages whose retry is due. */
    void tellAgain(UUID announcementId, Instant unmovedSince) {
        tell(
                announcementId,
                sql.list(
                        """
                        update dispatch_chunk c set emitted_at = ? where announcement_id = ? and state = 'RELEASED'
                            and (emitted_at < ? and coalesce(worked_at, emitted_at) < ?
                                or exists (select 1 from delivery d where d.announcement_id = c.announcement_id
                                    and d.chunk = c.chunk and d.state = 'PLANNED'
                                    and d.not_before > c.emitted_at and d.not_before <= ?))
                        returning chunk""",
                        row -> row.getInt(1),
                        clock.instant(),
                        announcementId,
                        unmovedSince,
                        unmovedSince,
                        clock.instant()));
    }

    /** Opens chunks again that were done and now hold work: what was held or could not be tried may go. */
    void reopen(UUID announcementId) {
        tell(announcementId, sql.list("""
                        update dispatch_chunk c set state = 'RELEASED', emitted_at = ?
                        where announcement_id = ? and state = 'DONE' and exists (select 1 from delivery d
                            where d.announcement_id = c.announcement_id and d.chunk = c.chunk and d.state = 'PLANNED')
                        returning chunk""", row -> row.getInt(1), clock.instant(), announcementId));
    }

    private void tell(UUID announcementId, List<Integer> chunks) {
        outbox.add(chunks.stream()
                .map(chunk -> new NewEvent(
                        Topic.DISPATCH,
                        announcementId + ":" + chunk,
                        EVENT,
                        Map.of("announcement", announcementId, "chunk", chunk)))
                .toList());
    }

    /** Says that this process works on it now. Recipients' hours are those of where they live. */
    Work begin(Announcement a, int chunk) {
        touch(a.id(), chunk);
        return new Work(a, chunk, a.dangerToLife() ? QuietZones.NONE : quiet(a.id(), chunk));
    }

    void touch(UUID announcementId, int chunk) {
        sql.update(
                "update dispatch_chunk set worked_at = ? where announcement_id = ? and chunk = ?",
                clock.instant(),
                announcementId,
                chunk);
    }

    private QuietZones quiet(UUID announcementId, int chunk) {
        Map<QuietZones.Place, io.tocsin.regime.CallingHours> hours = new HashMap<>();
        sql.list(
                        "select distinct r.zone, r.country from delivery d join recipient r on r.id = d.recipient_id"
                                + " where d.announcement_id = ? and d.chunk = ?",
                        row -> new QuietZones.Place(row.getString(1), row.getString(2)),
                        announcementId,
                        chunk)
                .forEach(p -> hours.put(p, rules.hours(ZoneId.of(p.zone()), p.country())));
        return new QuietZones(hours);
    }

    /** A chunk that was told before a moment and that nobody has begun; for a dispatcher with nothing else to do. */
    Optional<Told> waiting(Instant before) {
        return sql.first("""
                update dispatch_chunk set worked_at = ? where (announcement_id, chunk) = (
                    select c.announcement_id, c.chunk from dispatch_chunk c join announcement a on a.id = c.announcement_id
                    where c.state = 'RELEASED' and c.emitted_at < ? and c.worked_at is null
                        and a.state in ('FIRST_SHARE', 'RUNNING')
                    order by c.chunk desc limit 1 for update of c skip locked)
                returning announcement_id, chunk""", row -> new Told(row.getObject(1, UUID.class), row.getInt(2)), clock.instant(), before);
    }

    record Told(UUID announcementId, int chunk) {}

    /** Nothing is left to claim in it. */
    void done(UUID announcementId, int chunk) {
        sql.update("""
                update dispatch_chunk c set state = 'DONE', worked_at = ? where announcement_id = ? and chunk = ?
                    and not exists (select 1 from delivery d where d.announcement_id = c.announcement_id
                        and d.chunk = c.chunk and d.state = 'PLANNED')""", clock.instant(), announcementId, chunk);
    }
}
