package io.tocsin.audience;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Segments that people gave a name. An announcement or campaign copies the conditions: deleting one changes nothing sent. */
@ApplicationScoped
public class SavedSegments {
    private static final int LONGEST = 200;

    private final Sql sql;
    private final AuditLog audit;
    private final Clock clock;

    SavedSegments(Sql sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public SavedSegment create(Audience audience, String name, Segment segment, String actor) {
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            Phrase say = Phrase.of("Give it a name of at most 200 characters.", "200文字以内の名前を付けてください。");
            throw Problem.invalid("segment-invalid", say, List.of(new Violation("name", say)));
        }
        UUID id = Ids.next(clock.instant());
        int made = sql.update(
                "insert into audience_segment (id, center_id, audience_id, name, criteria, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (audience_id, name) do nothing",
                id,
                audience.centerId(),
                audience.id(),
                name.strip(),
                Sql.json(segment.json()),
                actor,
                clock.instant());
        if (made == 0) {
            throw Problem.conflict(
                    "segment-exists",
                    Phrase.of(
                                    "This audience has a segment named %s already. Choose another name.",
                                    "「%s」という対象範囲は既にあります。別の名前にしてください。")
                            .with(name.strip()));
        }
        audit.record(actor, "segment.created", "segment " + id, audience.centerId(), Map.of("audience", audience.id()));
        return get(audience.centerId(), id);
    }

    @Transactional
    public void delete(UUID centerId, UUID id, String actor) {
        SavedSegment known = get(centerId, id);
        sql.update("delete from audience_segment where id = ?", id);
        audit.record(actor, "segment.deleted", "segment " + id, centerId, Map.of("audience", known.audienceId()));
    }

    public SavedSegment get(UUID centerId, UUID id) {
        return sql.first(
                        "select * from audience_segment where id = ? and center_id = ?",
                        SavedSegments::read,
                        id,
                        centerId)
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no segment %s in this center.", "このセンターに対象範囲 %s はありません。")
                                .with(id)));
    }

    public List<SavedSegment> of(UUID audienceId) {
        return sql.list(
                "select * from audience_segment where audience_id = ? order by id", SavedSegments::read, audienceId);
    }

    private static SavedSegment read(ResultSet row) throws SQLException {
        return new SavedSegment(
                row.getObject("id", UUID.class),
                row.getObject("audience_id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getString("name"),
                Json.tree(row.getString("criteria")),
                row.getString("created_by"),
                Sql.instant(row, "created_at"));
    }
}
