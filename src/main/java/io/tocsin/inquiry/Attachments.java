package io.tocsin.inquiry;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that people send along with an inquiry, encrypted at rest; only for cleared seats. */
@ApplicationScoped
public class Attachments {
    private static final String NAME = "attachment.name";
    private static final String CONTENT = "attachment.content";
    private static final int LONGEST_NAME = 120;

    private final Sql sql;
    private final CenterKeys keys;
    private final Clock clock;

    Attachments(Sql sql, CenterKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param name as the person's computer calls it */
    public record Attachment(UUID id, String name, String mediaType, int bytes) {
        @Override
        public String toString() {
            return "Attachment " + id;
        }
    }

    /** In the surrounding transaction. */
    public void add(UUID centerId, UUID inquiryId, String name, MediaKind kind, byte[] content) {
        String plain = name == null || name.isBlank() ? "file" : name.replaceAll("[\\p{Cntrl}/\\\\\"]", "_");
        sql.update(
                "insert into inquiry_attachment (id, inquiry_id, center_id, media_type, bytes, name_encrypted,"
                        + " content_encrypted, at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(clock.instant()),
                inquiryId,
                centerId,
                kind.mediaType(),
                content.length,
                keys.encrypt(centerId, plain.substring(0, Math.min(plain.length(), LONGEST_NAME)), NAME),
                keys.encrypt(centerId, content, CONTENT),
                clock.instant());
    }

    public List<Attachment> of(UUID centerId, UUID inquiryId) {
        return sql.list(
                "select id, media_type, bytes, name_encrypted from inquiry_attachment"
                        + " where center_id = ? and inquiry_id = ? order by id",
                row -> new Attachment(
                        row.getObject(1, UUID.class),
                        keys.decrypt(centerId, row.getBytes(4), NAME),
                        row.getString(2),
                        row.getInt(3)),
                centerId,
                inquiryId);
    }

    public Optional<byte[]> content(UUID centerId, UUID inquiryId, UUID id) {
        return sql.first(
                "select content_encrypted from inquiry_attachment where center_id = ? and inquiry_id = ? and id = ?",
                row -> keys.decryptBytes(centerId, row.getBytes(1), CONTENT),
                centerId,
                inquiryId,
                id);
    }
}
