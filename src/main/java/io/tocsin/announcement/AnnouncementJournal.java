package io.tocsin.announcement;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.event.NewEvent;
import io.tocsin.event.Outbox;
import io.tocsin.event.Topic;
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

/** What happened to an announcement, when and by whom: in words, in the audit log, and as an event. */
@ApplicationScoped
class AnnouncementJournal {
    private final Sql sql;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    AnnouncementJournal(Sql sql, AuditLog audit, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    public record Entry(Instant at, String actor, String code, Phrase said, JsonNode details) {}

    /** @param code also the event's type: {@code announcement.started} */
    void add(Announcement a, AnnouncementState now, String actor, String code, Phrase said, Map<String, ?> details) {
        sql.update(
                "insert into announcement_journal (announcement_id, at, actor, code, said_en, said_ja, details)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                a.id(),
                clock.instant(),
                actor,
                code,
                said.en(),
                said.ja(),
                Sql.json(details));
        audit.record(actor, code, "announcement " + a.id(), a.centerId(), details);
        outbox.add(new NewEvent(
                Topic.ANNOUNCEMENT,
                a.id().toString(),
                code,
                Map.of("announcement", a.id(), "center", a.centerId(), "state", now, "mode", a.mode())));
    }

    List<Entry> of(UUID announcementId) {
        return sql.list(
                "select * from announcement_journal where announcement_id = ? order by id",
                row -> new Entry(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("code"),
                        Phrase.of(row.getString("said_en"), row.getString("said_ja")),
                        Json.tree(row.getString("details"))),
                announcementId);
    }
}
