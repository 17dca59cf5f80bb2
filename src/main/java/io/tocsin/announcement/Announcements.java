package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All announcements. */
@ApplicationScoped
public class Announcements {
    private final Sql sql;

    Announcements(Sql sql) {
        this.sql = sql;
    }

    public Optional<Announcement> find(UUID id) {
        return sql.first("select * from announcement where id = ?", Announcement::read, id);
    }

    /** An announcement of this center. */
    public Announcement get(UUID centerId, UUID id) {
        return find(id).filter(a -> a.centerId().equals(centerId)).orElseThrow(() -> unknown(id));
    }

    /**
     * For a change: nobody else changes it, and no dispatcher claims work of it, until the transaction ends. Messages
     * claimed before are in flight.
     */
    Announcement lock(UUID centerId, UUID id) {
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 9))", row -> true, id.toString());
        return get(centerId, id);
    }

    /** Newest first. @param before id of the last one seen; null for the first page */
    List<Announcement> page(UUID centerId, UUID before, int limit) {
        return sql.list(
                "select * from announcement where center_id = ? and id < ? order by id desc limit ?",
                Announcement::read,
                centerId,
                before == null ? new UUID(-1, -1) : before,
                limit);
    }

    List<Announcement> in(AnnouncementState... states) {
        List<String> names = new ArrayList<>();
        for (AnnouncementState state : states) {
            names.add(state.name());
        }
        return sql.list("select * from announcement where state = any (?) order by id", Announcement::read, (Object)
                names.toArray(String[]::new));
    }

    List<Announcement> unfinished(UUID centerId) {
        return sql.list(
                "select * from announcement where center_id = ? and state not in ('COMPLETED', 'CANCELLED') order by"
                        + " id",
                Announcement::read,
                centerId);
    }

    void add(UUID id, UUID centerId, Mode mode, AnnouncementDraft draft, UUID corrects, String by, Instant at) {
        sql.update(
                "insert into announcement (id, center_id, mode, audience_id, title, notice, segment, channels,"
                        + " danger_to_life, first_share_percent, failure_limit, paced_per_minute, corrects, state,"
                        + " created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?)",
                id,
                centerId,
                mode,
                draft.audience(),
                draft.title(),
                draft.notice(),
                Sql.json(draft.segment()),
                channels(draft),
                draft.dangerToLife(),
                draft.firstSharePercent(),
                draft.failureLimit(),
                draft.pacedPerMinute(),
                corrects,
                by,
                at);
    }

    /** The author of an edit becomes the author of the whole: the second person must not be either. */
    void change(UUID id, AnnouncementDraft draft, String by) {
        sql.update(
                "update announcement set audience_id = ?, title = ?, notice = ?, segment = ?, channels = ?,"
                        + " danger_to_life = ?, first_share_percent = ?, failure_limit = ?, paced_per_minute = ?,"
                        + " created_by = ?, override_reason = null, override_by = null, version = version + 1"
                        + " where id = ?",
                draft.audience(),
                draft.title(),
                draft.notice(),
                Sql.json(draft.segment()),
                channels(draft),
                draft.dangerToLife(),
                draft.firstSharePercent(),
                draft.failureLimit(),
                draft.pacedPerMinute(),
                by,
                id);
    }

    private static String[] channels(AnnouncementDraft draft) {
        return draft.channels().stream().map(Channel::name).toArray(String[]::new);
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(Phrase.of("There is no announcement %s in this center.", "このセンターに告知 %s はありません。")
                .with(id));
    }
}
