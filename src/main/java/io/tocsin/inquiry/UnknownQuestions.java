package io.tocsin.inquiry;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                row -> read(centerId, row),
                centerId,
                limit);
    }

    /** @param times how often it was asked in these words */
    public record Asked(String language, String text, Instant lastAt, int times) {}

    /** Of the newest ones, those in the same words as one: the most frequent first, then the newest. */
    List<Asked> grouped(UUID centerId, AnalysisPeriod period, int limit) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        sql.list(
                        "select * from unknown_question where center_id = ? and asked_at >= ? and asked_at < ?"
                                + " order by asked_at desc, id desc limit ?",
                        row -> read(centerId, row),
                        centerId,
                        period.from(),
                        period.until(),
                        limit)
                .forEach(q -> asked.merge(
                        q.text().strip().toLowerCase(Locale.ROOT),
                        new Asked(q.language(), q.text(), q.askedAt(), 1),
                        (newest, older) ->
                                new Asked(newest.language(), newest.text(), newest.lastAt(), newest.times() + 1)));
        return asked.values().stream()
                .sorted(Comparator.comparingInt(Asked::times).reversed())
                .toList();
    }

    private Question read(UUID centerId, ResultSet row) throws SQLException {
        return new Question(
                row.getString("language"),
                keys.decrypt(centerId, row.getBytes("text_encrypted"), TEXT),
                Sql.instant(row, "asked_at"));
    }
}
