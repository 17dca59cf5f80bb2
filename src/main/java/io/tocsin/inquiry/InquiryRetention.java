package io.tocsin.inquiry;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What goes when a center's retention is over: all words and contacts; counts stay. */
@ApplicationScoped
public class InquiryRetention {
    private final Sql sql;

    InquiryRetention(Sql sql) {
        this.sql = sql;
    }

    /** In the transaction that destroys the center's keys. */
    public void destroy(UUID centerId) {
        for (String table : new String[] {
            "inquiry_attachment",
            "inquiry_mail",
            "inquiry_mail_out",
            "thread_message",
            "chat",
            "thread_contact",
            "unknown_question",
            "one_time_code",
            "rating_question"
        }) {
            sql.update("delete from " + table + " where center_id = ?", centerId);
        }
        sql.update("update inquiry_record set note_encrypted = null where center_id = ?", centerId);
        sql.update(
                "update inquiry set contact_hash = null, body_encrypted = null, recipient_id = null, token = null"
                        + " where center_id = ?",
                centerId);
        sql.update("update inquiry_thread set recipient_id = null where center_id = ?", centerId);
    }
}
