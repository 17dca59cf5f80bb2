package io.tocsin.inquiry;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people came with, counted: no person, no word. */
@ApplicationScoped
public class InquiryAnalysis {
    private final Sql sql;

    InquiryAnalysis(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param hour begin of the hour
     * @param count inquiries that came in it
     */
    public record Hour(Instant hour, int count) {}

    /**
     * @param byReason code to count, the most frequent first, as are the others; {@code unknown} where nobody recorded any
     * @param satisfaction answers from 1 to 5, each with its count
     * @param averageSatisfaction 0 where nobody answered
     * @param recorded inquiries that have a record of an agent
     * @param overdue follow-ups whose time is past
     */
    public record Analysis(
            int total,
            int open,
            int escalated,
            int recorded,
            int overdue,
            Map<String, Integer> byChannel,
            Map<String, Integer> byReason,
            Map<String, Integer> byOutcome,
            Map<String, Integer> byLanguage,
            Map<Integer, Integer> satisfaction,
            double averageSatisfaction,
            List<Hour> byHour,
            int unknownQuestions) {}

    /** @param now to tell what is overdue */
    public Analysis of(UUID centerId, Instant now) {
        Map<Integer, Integer> stars = new LinkedHashMap<>();
        for (int star = 5; star >= 1; star--) {
            stars.put(
                    star,
                    count("select count(*) from inquiry where center_id = ? and satisfaction = ?", centerId, star));
        }
        int answers = stars.values().stream().mapToInt(Integer::intValue).sum();
        int sum = stars.entrySet().stream()
                .mapToInt(e -> e.getKey() * e.getValue())
                .sum();
        return new Analysis(
                count("select count(*) from inquiry where center_id = ?", centerId),
                count("select count(*) from inquiry where center_id = ? and state <> 'RESOLVED'", centerId),
                count("select count(*) from inquiry where center_id = ? and escalated_at is not null", centerId),
                count("select count(distinct inquiry_id) from inquiry_record where center_id = ?", centerId),
                count(
                        "select count(*) from inquiry where center_id = ? and state <> 'RESOLVED' and due_at < ?",
                        centerId,
                        now),
                by("channel", centerId),
                by("reason", centerId),
                by("outcome", centerId),
                by("language", centerId),
                stars,
                answers == 0 ? 0 : (double) sum / answers,
                hours(centerId),
                count("select count(*) from unknown_question where center_id = ?", centerId));
    }

    private int count(String query, Object... arguments) {
        return sql.first(query, row -> row.getInt(1), arguments).orElse(0);
    }

    /** @param column one of ours, never what somebody sent */
    private Map<String, Integer> by(String column, UUID centerId) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sql.list(
                "select coalesce(" + column + ", 'unknown'), count(*) from inquiry where center_id = ?"
                        + " group by 1 order by 2 desc, 1",
                row -> counts.put(row.getString(1), row.getInt(2)),
                centerId);
        return counts;
    }

    private List<Hour> hours(UUID centerId) {
        return sql.list(
                "select date_trunc('hour', received_at) as hour, count(*) from inquiry where center_id = ?"
                        + " group by 1 order by 1",
                row -> new Hour(Sql.instant(row, "hour"), row.getInt(2)),
                centerId);
    }
}
