package io.tocsin.inquiry;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads inquiries, decrypted. */
@ApplicationScoped
class InquiryTable {
    static final String BODY = "inquiry.body";

    private final Sql sql;
    private final CenterKeys keys;

    InquiryTable(Sql sql, CenterKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    Inquiry get(UUID centerId, UUID id) {
        return sql.first("select * from inquiry where center_id = ? and id = ?", this::read, centerId, id)
                .orElseThrow(() -> unknown(id));
    }

    /** For a change: nobody else changes this inquiry until the transaction ends. */
    Inquiry lock(UUID centerId, UUID id) {
        return sql.first("select * from inquiry where center_id = ? and id = ? for update", this::read, centerId, id)
                .orElseThrow(() -> unknown(id));
    }

    Optional<Inquiry> byVendorId(UUID centerId, String vendorId) {
        return sql.first("select * from inquiry where center_id = ? and vendor_id = ?", this::read, centerId, vendorId);
    }

    Optional<Inquiry> byToken(UUID centerId, String token) {
        return sql.first("select * from inquiry where center_id = ? and token = ?", this::read, centerId, token);
    }

    /** @param where ends a query of inquiries: conditions, order and limit */
    List<Inquiry> list(String where, Object... arguments) {
        return sql.list("select * from inquiry where " + where, this::read, arguments);
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(Phrase.of("There is no inquiry %s in this center.", "このセンターに問い合わせ %s はありません。")
                .with(id));
    }

    private Inquiry read(ResultSet row) throws SQLException {
        UUID center = row.getObject("center_id", UUID.class);
        byte[] body = row.getBytes("body_encrypted");
        String outcome = row.getString("outcome");
        return new Inquiry(
                row.getObject("id", UUID.class),
                center,
                row.getObject("thread_id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                InquiryChannel.valueOf(row.getString("channel")),
                InquiryState.valueOf(row.getString("state")),
                row.getString("language"),
                row.getString("reason"),
                row.getInt("priority"),
                body == null ? null : keys.decrypt(center, body, BODY),
                row.getBoolean("personal_data"),
                row.getString("token"),
                Sql.instant(row, "verified_at"),
                row.getString("vendor_id"),
                row.getString("taken_by"),
                Sql.instant(row, "taken_at"),
                Sql.instant(row, "due_at"),
                outcome == null ? null : InquiryOutcome.valueOf(outcome),
                row.getObject("facts_version", Integer.class),
                row.getObject("satisfaction", Integer.class),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "resolved_at"),
                row.getLong("version"));
    }
}
