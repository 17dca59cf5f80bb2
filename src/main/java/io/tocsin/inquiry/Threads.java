package io.tocsin.inquiry;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that a person and the center had to do with each other, whatever the channel. */
@ApplicationScoped
public class Threads {
    private final Sql sql;
    private final CenterKeys keys;
    private final InquiryTable table;
    private final Messages messages;

    Threads(Sql sql, CenterKeys keys, InquiryTable table, Messages messages) {
        this.sql = sql;
        this.keys = keys;
        this.table = table;
        this.messages = messages;
    }

    /** @param value number in E.164 or e-mail address */
    public record Reach(String kind, String value) {
        @Override
        public String toString() {
            return kind;
        }
    }

    /** @param note masked; null for none */
    public record Record(
            UUID inquiry,
            String reason,
            InquiryOutcome outcome,
            String note,
            Instant due,
            Integer factsVersion,
            String by,
            Instant at) {}

    /**
     * @param recipient null for nobody whom the audience knows, and for readers without clearance
     * @param contacts none for readers without clearance
     * @param inquiries oldest first
     */
    public record Thread(
            UUID id,
            UUID recipient,
            Instant begunAt,
            List<Reach> contacts,
            List<Inquiry> inquiries,
            List<Record> records,
            List<Message> messages) {}

    /** @param cleared whether the reader may have personal data; else only what concerns inquiries without */
    public Optional<Thread> of(UUID centerId, UUID threadId, boolean cleared) {
        return sql.first(
                "select * from inquiry_thread where center_id = ? and id = ?",
                row -> thread(
                        centerId,
                        threadId,
                        row.getObject("recipient_id", UUID.class),
                        Sql.instant(row, "begun_at"),
                        cleared),
                centerId,
                threadId);
    }

    private Thread thread(UUID centerId, UUID id, UUID recipient, Instant begun, boolean cleared) {
        List<Inquiry> inquiries = table.list("center_id = ? and thread_id = ? order by id", centerId, id).stream()
                .filter(i -> cleared || !i.personalData())
                .map(i -> cleared ? i : i.withoutPersonalData())
                .toList();
        List<UUID> seen = inquiries.stream().map(Inquiry::id).toList();
        return new Thread(
                id,
                cleared ? recipient : null,
                begun,
                cleared ? contacts(centerId, id) : List.of(),
                inquiries,
                records(centerId, id).stream()
                        .filter(r -> seen.contains(r.inquiry()))
                        .toList(),
                messages.ofThread(centerId, id).stream()
                        .filter(m -> seen.contains(m.inquiry()))
                        .toList());
    }

    /** How the person of a thread can be reached; only for readers with clearance. */
    public List<Reach> contacts(UUID centerId, UUID threadId) {
        return sql.list(
                "select kind, contact_encrypted from thread_contact where center_id = ? and thread_id = ? order by kind",
                row -> new Reach(row.getString(1), keys.decrypt(centerId, row.getBytes(2), Persons.CONTACT)),
                centerId,
                threadId);
    }

    /** The telephone at which the person of an inquiry is to be called: the one they gave, else one of their thread. */
    public Optional<String> phone(Inquiry inquiry) {
        return sql.first(
                """
                select c.contact_encrypted from thread_contact c join inquiry i on i.thread_id = c.thread_id
                where i.center_id = ? and i.id = ? and c.kind = 'PHONE'
                order by (c.contact_hash is not distinct from i.contact_hash) desc limit 1""",
                row -> keys.decrypt(inquiry.centerId(), row.getBytes(1), Persons.CONTACT),
                inquiry.centerId(),
                inquiry.id());
    }

    private List<Record> records(UUID centerId, UUID threadId) {
        return sql.list(
                "select r.* from inquiry_record r join inquiry i on i.id = r.inquiry_id"
                        + " where i.center_id = ? and i.thread_id = ? order by r.id",
                row -> {
                    byte[] note = row.getBytes("note_encrypted");
                    return new Record(
                            row.getObject("inquiry_id", UUID.class),
                            row.getString("reason"),
                            InquiryOutcome.valueOf(row.getString("outcome")),
                            note == null ? null : keys.decrypt(centerId, note, InquiryMoves.NOTE),
                            Sql.instant(row, "due_at"),
                            row.getObject("facts_version", Integer.class),
                            row.getString("by_whom"),
                            Sql.instant(row, "at"));
                },
                centerId,
                threadId);
    }
}
