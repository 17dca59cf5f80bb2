package io.tocsin.platform;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a POST that creates safe to repeat: the first answer under a key is kept in the transaction that did the work,
 * so that a repetition, even after a crash or at the same moment, gets that answer and does nothing.
 */
@ApplicationScoped
public class Idempotency {
    private final Sql sql;
    private final Clock clock;

    Idempotency(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What was answered the first time. */
    public record Answer(int status, String location, JsonNode body) {}

    /**
     * @param key the Idempotency-Key header; null to do the work unprotected
     * @param request what was asked, to tell a repetition from another request under the same key
     * @param work writes to the database only; rolled back together with the key if it fails
     */
    @Transactional
    public Answer once(String caller, String key, Object request, Supplier<Answer> work) {
        if (key == null || key.isBlank()) {
            return work.get();
        }
        if (key.length() > 200) {
            throw Problem.invalid(
                    "idempotency-key-too-long",
                    Phrase.of("Use an Idempotency-Key of at most 200 characters.", "Idempotency-Key は200文字以内にしてください。"),
                    java.util.List.of());
        }
        String fingerprint = Sha256.of(Json.write(request));
        int claimed = sql.update(
                "insert into idempotency (caller, key, fingerprint, started_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                caller,
                key,
                fingerprint,
                clock.instant());
        if (claimed == 0) {
            return earlier(caller, key, fingerprint);
        }
        Answer answer = work.get();
        sql.update(
                "update idempotency set status = ?, location = ?, body = ? where caller = ? and key = ?",
                answer.status(),
                answer.location(),
                answer.body() == null ? null : answer.body().toString(),
                caller,
                key);
        return answer;
    }

    /** Drops answers given before a moment: nobody repeats a request after so long. */
    @Transactional
    public int forget(Instant before) {
        return sql.update("delete from idempotency where started_at < ?", before);
    }

    private Answer earlier(String caller, String key, String fingerprint) {
        record Row(String fingerprint, Answer answer) {}
        Row row = sql.first(
                        "select fingerprint, status, location, body from idempotency where caller = ? and key = ?",
                        r -> new Row(
                                r.getString(1),
                                new Answer(
                                        r.getInt(2),
                                        r.getString(3),
                                        Optional.ofNullable(r.getString(4))
                                                .map(Json::tree)
                                                .orElse(null))),
                        caller,
                        key)
                .orElseThrow();
        if (!row.fingerprint().equals(fingerprint)) {
            throw Problem.conflict(
                    "idempotency-key-reused",
                    Phrase.of(
                            "This Idempotency-Key was used before with other content. Use a new key for a new request.",
                            "この Idempotency-Key は別の内容で使用済みです。新しいリクエストには新しいキーを使ってください。"));
        }
        return row.answer();
    }
}
