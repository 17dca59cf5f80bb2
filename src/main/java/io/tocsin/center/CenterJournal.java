package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened to a center, when and by whom, in words; goes into the audit log as well. */
@ApplicationScoped
public class CenterJournal {
    private final Sql sql;
    private final Clock clock;
    private final AuditLog audit;

    CenterJournal(Sql sql, Clock clock, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    public record Entry(Instant at, String actor, String code, Phrase said, JsonNode details) {}

    /** The actor of what Tocsin does by itself. */
    public static final String TOCSIN = "tocsin";

    /** @param code stable name of what happened: {@code center.opened} */
    public void add(UUID centerId, String actor, String code, Phrase said, Map<String, ?> details) {
        sql.update(
                "insert into center_journal (center_id, at, actor, code, said_en, said_ja, details)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                centerId,
                clock.instant(),
                actor,
                code,
                said.en(),
                said.ja(),
                Sql.json(details));
        audit.record(actor, code, "center " + centerId, centerId, details);
    }

    public List<Entry> of(UUID centerId) {
        return sql.list(
                "select * from center_journal where center_id = ? order by id",
                row -> new Entry(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("code"),
                        Phrase.of(row.getString("said_en"), row.getString("said_ja")),
                        Json.tree(row.getString("details"))),
                centerId);
    }
}
