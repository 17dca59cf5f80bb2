package io.tocsin.inquiry;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Codes of six digits that a person who has proved who they are reads to an agent. A code is good once, for a short time;
 * kept as a keyed hash; wrong tries are counted per inquiry.
 */
@ApplicationScoped
public class OneTimeCodes {
    private static final String WRONG = "inquiry.code-wrong";

    private final Sql sql;
    private final CenterKeys keys;
    private final InquiryTable table;
    private final InquiryConfig config;
    private final AuditLog audit;
    private final Clock clock;

    OneTimeCodes(Sql sql, CenterKeys keys, InquiryTable table, InquiryConfig config, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.table = table;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param code never stored, never logged */
    public record Issued(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "a code until " + expiresAt;
        }
    }

    /** The person's earlier codes end. */
    @Transactional
    public Issued issue(UUID centerId, UUID recipientId) {
        Instant now = clock.instant();
        Instant expires = now.plus(config.codeFor());
        sql.update("update one_time_code set used_at = ? where recipient_id = ? and used_at is null", now, recipientId);
        String code = free(centerId, now);
        sql.update(
                "insert into one_time_code (id, center_id, recipient_id, code_hash, issued_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Ids.next(now),
                centerId,
                recipientId,
                hash(centerId, code),
                now,
                expires);
        return new Issued(code, expires);
    }

    /** No two people of a center hold the same code. */
    private String free(UUID centerId, Instant now) {
        String code;
        do {
            code = Tokens.sixDigits();
        } while (sql.first(
                        "select 1 from one_time_code where center_id = ? and code_hash = ? and used_at is null"
                                + " and expires_at > ?",
                        row -> true,
                        centerId,
                        hash(centerId, code),
                        now)
                .isPresent());
        return code;
    }

    /**
     * The person reads a code to an agent: the inquiry is then that person's, and may be passed on under its token.
     *
     * @return whether the code was right
     * @throws io.tocsin.platform.ProblemException {@code code-tries} after too many wrong ones
     */
    @Transactional
    public boolean verify(UUID centerId, UUID inquiryId, String code, String by) {
        Inquiry inquiry = table.lock(centerId, inquiryId);
        int wrong = sql.first(
                        "select count(*) from audit_log where center_id = ? and action = ? and subject = ?",
                        row -> row.getInt(1),
                        centerId,
                        WRONG,
                        "inquiry " + inquiryId)
                .orElse(0);
        if (wrong >= config.codeTries()) {
            throw Problem.conflict(
                    "code-tries",
                    Phrase.of(
                            "Too many wrong codes. Make sure by your own questions who it is, or call back.",
                            "コードの誤りが上限に達しました。聞き取りで本人確認をするか、折り返してください。"));
        }
        Optional<UUID> recipient = spend(centerId, code == null ? "" : code.replaceAll("[^0-9]", ""));
        if (recipient.isEmpty()) {
            audit.record(by, WRONG, "inquiry " + inquiryId, centerId, Map.of());
            return false;
        }
        become(inquiry, recipient.get());
        audit.record(by, "inquiry.verified", "inquiry " + inquiryId, centerId, Map.of());
        return true;
    }

    private Optional<UUID> spend(UUID centerId, String code) {
        Instant now = clock.instant();
        return sql.first(
                "update one_time_code set used_at = ? where center_id = ? and code_hash = ? and used_at is null"
                        + " and expires_at > ? returning recipient_id",
                row -> row.getObject(1, UUID.class),
                now,
                centerId,
                hash(centerId, code),
                now);
    }

    /** The inquiry is the person's from now on; it keeps its thread, which becomes the person's where there was none. */
    private void become(Inquiry inquiry, UUID recipient) {
        Optional<UUID> own = sql.first(
                "select id from inquiry_thread where center_id = ? and recipient_id = ?",
                row -> row.getObject(1, UUID.class),
                inquiry.centerId(),
                recipient);
        UUID thread = own.orElse(inquiry.thread());
        if (own.isEmpty()) {
            sql.update("update inquiry_thread set recipient_id = ? where id = ?", recipient, thread);
        }
        sql.update(
                "update inquiry set recipient_id = ?, thread_id = ?, verified_at = ?, token = coalesce(token, ?),"
                        + " version = version + 1 where id = ?",
                recipient,
                thread,
                clock.instant(),
                Tokens.next(),
                inquiry.id());
        sql.update("update thread_message set thread_id = ? where inquiry_id = ?", thread, inquiry.id());
        sql.update("update chat set thread_id = ? where inquiry_id = ?", thread, inquiry.id());
    }

    private String hash(UUID centerId, String code) {
        return keys.lookupHash("code " + centerId + " " + code);
    }
}
