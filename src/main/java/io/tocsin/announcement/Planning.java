package io.tocsin.announcement;

import io.tocsin.audience.Segment;
import io.tocsin.audience.Segments;
import io.tocsin.audience.SqlWhere;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the ledger of an announcement: who gets it, and on which channel first. One statement, however long the list. */
@ApplicationScoped
class Planning {
    private final Sql sql;
    private final Segments segments;
    private final AnnouncementConfig config;
    private final Clock clock;

    Planning(Sql sql, Segments segments, AnnouncementConfig config, Clock clock) {
        this.sql = sql;
        this.segments = segments;
        this.config = config;
        this.clock = clock;
    }

    /** Where a channel can reach {@code recipient r}. */
    static String reachable(Channel channel) {
        return switch (channel) {
            case SMS -> "r.phone_kind = 'MOBILE'";
            case EMAIL -> "r.has_email";
            case LETTER, WEB, PRESS, SOCIAL -> "true";
        };
    }

    /**
     * Condition on {@code recipient r}: the segment, for a correction those who heard older facts last; of rows that are
     * one person the one that the earliest channel reaches.
     */
    SqlWhere addressed(Announcement a, int factsVersion) {
        SqlWhere rows = rowsAddressed(a, factsVersion);
        if (!segments.hasSamePersons(a.audienceId())) {
            return rows;
        }
        return new SqlWhere("""
                r.id in (select distinct on (coalesce(r.same_as, r.id)) r.id from recipient r where %s
                         order by coalesce(r.same_as, r.id), %s nulls last, r.same_as nulls first)""".formatted(rows.condition(), placeOfFirstChannel(a.channels())), rows.arguments());
    }

    private SqlWhere rowsAddressed(Announcement a, int factsVersion) {
        SqlWhere where = segments.where(a.audienceId(), Segment.of(a.segment()));
        if (a.corrects() == null) {
            return where;
        }
        List<Object> arguments = new ArrayList<>(where.arguments());
        arguments.add(a.centerId());
        arguments.add(factsVersion);
        return new SqlWhere(where.condition() + " and r.id in (" + HEARD_OLDER + ")", arguments);
    }

    /** Recipients of a center (first argument) whose newest message tells facts older than a version (second). */
    static final String HEARD_OLDER = """
            select h.recipient_id from delivery h join announcement ha on ha.id = h.announcement_id
            where ha.center_id = ? and h.state in ('SENT', 'DELIVERED', 'UNKNOWN', 'ATTEMPTING')
            group by h.recipient_id having max(h.facts_version) < ?""";

    /** First channel by which a recipient can be reached, in the announcement's order; null where none. */
    static String firstChannel(List<Channel> channels) {
        return channels.stream()
                .map(c -> "when " + reachable(c) + " then '" + c.name() + "'")
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String placeOfFirstChannel(List<Channel> channels) {
        return IntStream.range(0, channels.size())
                .mapToObj(i -> "when " + reachable(channels.get(i)) + " then " + i)
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    /** In the surrounding transaction; a second time it changes nothing. @return deliveries written */
    int plan(Announcement a) {
        SqlWhere who = addressed(a, a.factsVersion());
        String channel = firstChannel(a.channels());
        List<Object> before = new ArrayList<>(List.of(
                a.id(), (Object) a.channels().stream().map(Channel::name).toArray(String[]::new)));
        // The chunk follows the order by a hash: a first share is then a fair sample, and neighbours in the list do
        // not all ring at once.
        String statement = """
                insert into delivery (id, announcement_id, recipient_id, channel, step, state, facts_version, chunk, settled_at)
                select gen_random_uuid(), w.announcement_id, w.id, w.channel,
                       array_position(w.channels, w.channel) - 1,
                       case when w.suppressed_at is not null then 'SUPPRESSED' else 'PLANNED' end, ?,
                       case when w.channel = 'LETTER' or w.suppressed_at is not null then null
                            when w.place <= w.share then (w.place - 1) / w.size
                            else (w.share + w.size - 1) / w.size + (w.place - 1 - w.share) / w.size end,
                       case when w.suppressed_at is not null then ?::timestamptz end
                from (select p.*, row_number() over (partition by p.channel = 'LETTER' or p.suppressed_at is not null
                                                     order by md5(p.announcement_id::text || p.id::text)) as place,
                             ceil(count(*) filter (where p.channel <> 'LETTER' and p.suppressed_at is null) over ()
                                  * ?::int / 100.0)::bigint as share, ?::bigint as size
                      from (select r.id, r.suppressed_at, ?::uuid as announcement_id, ?::text[] as channels, %s as channel
                            from recipient r where %s) p
                      where p.channel is not null) w
                on conflict do nothing""".formatted(channel, who.condition());
        int share = a.firstSharePercent() == null ? 0 : a.firstSharePercent();
        List<Object> leading = new ArrayList<>(List.of(a.factsVersion(), clock.instant(), share, (long) chunkSize(a)));
        leading.addAll(before);
        int planned = sql.update(statement, who.argumentsBetween(leading));
        chunks(a);
        return planned;
    }

    /** Smaller where the announcement is paced, so that messages do not come in bursts. */
    int chunkSize(Announcement a) {
        return a.pacedPerMinute() == null ? config.chunk() : Math.clamp(a.pacedPerMinute() / 12, 1, config.chunk());
    }

    /** Chunks that the ledger has and the list of chunks has not. */
    private void chunks(Announcement a) {
        int share = a.firstSharePercent() == null ? 0 : a.firstSharePercent();
        sql.update("""
                insert into dispatch_chunk (announcement_id, chunk, size, first_share, state)
                select announcement_id, chunk, count(*),
                       ? > 0 and chunk < (ceil(sum(count(*)) over () * ? / 100.0) + ? - 1)::bigint / ?, 'WAITING'
                from delivery where announcement_id = ? and chunk is not null
                group by announcement_id, chunk on conflict do nothing""", share, share, chunkSize(a), chunkSize(a), a.id());
    }

    /**
     * The next channel for those whom the last one did not reach. An opt-out ends it on every channel; what is unknown
     * may have arrived.
     *
     * @return deliveries added
     */
    int fallBack(Announcement a) {
        int added = 0;
        for (int step = 0; step + 1 < a.channels().size(); step++) {
            added += fallBack(a, step);
        }
        sql.update(
                "update delivery set fallen_back = true where announcement_id = ? and state = 'FAILED' and not fallen_back",
                a.id());
        return added;
    }

    private int fallBack(Announcement a, int step) {
        List<Channel> later = a.channels().subList(step + 1, a.channels().size());
        Integer next = sql.first(
                        "select coalesce(max(chunk), -1) + 1 from dispatch_chunk where announcement_id = ?",
                        row -> row.getInt(1),
                        a.id())
                .orElse(0);
        int added = sql.update(
                """
                insert into delivery (id, announcement_id, recipient_id, channel, step, state, facts_version, chunk)
                select gen_random_uuid(), w.announcement_id, w.recipient_id, w.channel,
                       array_position(?::text[], w.channel) - 1, 'PLANNED', w.facts_version,
                       case when w.channel <> 'LETTER' then ? + (w.place - 1) / ? end
                from (select p.*, row_number() over (partition by p.channel = 'LETTER' order by p.recipient_id) as place
                      from (select d.announcement_id, d.recipient_id, d.facts_version, %s as channel
                            from delivery d join recipient r on r.id = d.recipient_id
                            where d.announcement_id = ? and d.state = 'FAILED' and not d.fallen_back and d.step = ?
                              and d.reason is distinct from '21610' and r.suppressed_at is null) p
                      where p.channel is not null) w
                on conflict do nothing""".formatted(firstChannel(later)),
                a.channels().stream().map(Channel::name).toArray(String[]::new),
                next,
                (long) chunkSize(a),
                a.id(),
                step);
        if (added > 0) {
            sql.update("""
                    insert into dispatch_chunk (announcement_id, chunk, size, first_share, state)
                    select announcement_id, chunk, count(*), false, 'WAITING' from delivery
                    where announcement_id = ? and chunk >= ? group by announcement_id, chunk""", a.id(), next);
        }
        return added;
    }
}
