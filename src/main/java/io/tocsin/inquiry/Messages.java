package io.tocsin.inquiry;

import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What was said in writing, masked before it is stored. */
@ApplicationScoped
class Messages {
    static final int LONGEST = 4_000;
    private static final String TEXT = "thread.message";

    private final Sql sql;
    private final CenterKeys keys;
    private final Safeguard safeguard;
    private final Clock clock;

    Messages(Sql sql, CenterKeys keys, Safeguard safeguard, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.safeguard = safeguard;
        this.clock = clock;
    }

    /** @param by the agent; null for others */
    Masked add(Inquiry inquiry, Author author, String by, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid(
                    "message-invalid",
                    Phrase.of("Write between 1 and 4,000 characters.", "1文字以上4,000文字以内で入力してください。"),
                    List.of(Violation.of("text", "Between 1 and 4,000 characters.", "1文字以上4,000文字以内で入力してください。")));
        }
        Masked masked = author == Author.BOT
                ? new Masked(text, List.of())
                : safeguard.mask(inquiry.centerId(), inquiry.thread(), inquiry.language(), text);
        sql.update(
                "insert into thread_message (center_id, thread_id, inquiry_id, author, by_whom, text_encrypted, masked, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                inquiry.centerId(),
                inquiry.thread(),
                inquiry.id(),
                author,
                by,
                keys.encrypt(inquiry.centerId(), masked.text(), TEXT),
                masked.kinds().toArray(String[]::new),
                clock.instant());
        return masked;
    }

    /** @param after number of the last one seen; 0 for all */
    List<Message> ofInquiry(UUID centerId, UUID inquiry, long after) {
        return sql.list(
                "select * from thread_message where center_id = ? and inquiry_id = ? and seq > ? order by seq",
                this::read,
                centerId,
                inquiry,
                after);
    }

    List<Message> ofThread(UUID centerId, UUID thread) {
        return sql.list(
                "select * from thread_message where center_id = ? and thread_id = ? order by seq",
                this::read,
                centerId,
                thread);
    }

    private Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("seq"),
                row.getObject("inquiry_id", UUID.class),
                Author.valueOf(row.getString("author")),
                row.getString("by_whom"),
                keys.decrypt(row.getObject("center_id", UUID.class), row.getBytes("text_encrypted"), TEXT),
                Sql.strings(row, "masked"),
                Sql.instant(row, "at"));
    }
}
