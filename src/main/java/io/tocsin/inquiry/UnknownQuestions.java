package io.tocsin.inquiry;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people asked that the FAQ did not know: the next entries to write. Masked, then encrypted. */
@ApplicationScoped
public class UnknownQuestions {
    private static final String TEXT = "unknown.question";
    private static final int LONGEST = 500;

    private final Sql sql;
    private final CenterKeys keys;
    private final Safeguard safeguard;
    private final Clock clock;

    UnknownQuestions(Sql sql, CenterKeys keys, Safeguard safeguard, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.safeguard = safeguard;
        this.clock = clock;
    }

    public record Question(String language, String text, Instant askedAt) {}

    public void add(UUID centerId, String language, String text) {
        String asked = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String masked = safeguard.mask(centerId, null, language, asked).text();
        sql.update(
                "insert into unknown_question (id, center_id, language, text_encrypted, asked_at) values (?, ?, ?, ?, ?)",
                Ids.next(clock.instant()),
                centerId,
                language,
                keys.encrypt(centerId, masked, TEXT),
                clock.instant());
    }

    /** Newest first. */
    public List<Question> of(UUID centerId, int limit) {
        return sql.list(
                "select * from unknown_question where center_id = ? order by asked_at desc, id desc limit ?",
                row -> new Question(
                        row.getString("language"),
                        keys.decrypt(centerId, row.getBytes("text_encrypted"), TEXT),
                        Sql.instant(row, "asked_at")),
                centerId,
                limit);
    }
}
