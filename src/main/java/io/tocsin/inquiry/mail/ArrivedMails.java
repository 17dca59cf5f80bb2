package io.tocsin.inquiry.mail;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code inquiry_mail}: each e-mail once. */
@ApplicationScoped
class ArrivedMails {
    private static final String HEADERS = "inquiry_mail.headers";

    private final Sql sql;
    private final CenterKeys keys;
    private final Clock clock;

    ArrivedMails(Sql sql, CenterKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What is needed to answer.
     *
     * @param messageId null for none
     * @param references ids of the conversation, the nearest first
     */
    record Headers(String from, String subject, String messageId, List<String> references) {
        Headers {
            references = List.copyOf(references);
        }

        @Override
        public String toString() {
            return "Headers";
        }
    }

    /**
     * In the surrounding transaction. What was set aside may come again: somebody put it back into the mailbox.
     *
     * @return its id; empty where the e-mail was taken before
     */
    Optional<UUID> begin(byte[] hash, Fate fate) {
        return sql.first(
                """
                insert into inquiry_mail (id, message_hash, fate, taken_at) values (?, ?, ?, ?)
                on conflict (message_hash) do update set fate = excluded.fate, taken_at = excluded.taken_at
                    where inquiry_mail.fate in ('NO_CENTER', 'BROKEN') returning id""", row -> row.getObject(1, UUID.class), Ids.next(clock.instant()), hash, fate, clock.instant());
    }

    Optional<Fate> fate(byte[] hash) {
        return sql.first(
                "select fate from inquiry_mail where message_hash = ?", row -> Fate.valueOf(row.getString(1)), hash);
    }

    /** @param inquiryId null for none */
    void settle(UUID id, Fate fate, UUID centerId, UUID inquiryId, Headers headers) {
        sql.update(
                "update inquiry_mail set fate = ?, center_id = ?, inquiry_id = ?, headers_encrypted = ? where id = ?",
                fate,
                centerId,
                inquiryId,
                headers == null ? null : keys.encrypt(centerId, Json.write(headers), HEADERS),
                id);
    }

    Optional<Headers> ofInquiry(UUID centerId, UUID inquiryId) {
        return sql.first(
                "select headers_encrypted from inquiry_mail where center_id = ? and inquiry_id = ?",
                row -> headers(keys.decrypt(centerId, row.getBytes(1), HEADERS)),
                centerId,
                inquiryId);
    }

    private static Headers headers(String json) {
        JsonNode node = Json.tree(json);
        return Json.convert(node, Headers.class);
    }

    /** How many of a fate since then. */
    int count(Fate fate, Instant since) {
        return sql.first(
                        "select count(*) from inquiry_mail where fate = ? and taken_at > ?",
                        row -> row.getInt(1),
                        fate,
                        since)
                .orElse(0);
    }

    /** Forgets e-mails that belong to no center. */
    void forget(Instant before) {
        sql.update("delete from inquiry_mail where center_id is null and taken_at < ?", before);
    }
}
