package io.tocsin.inquiry;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** All counts in one pass over the center's inquiries; {@code what} tells which of them a row is. */
    private static final String COUNTS = """
            select case 0 when grouping(channel) then 'channel' when grouping(reason) then 'reason'
                    when grouping(outcome) then 'outcome' when grouping(language) then 'language'
                    when grouping(satisfaction) then 'satisfaction' when grouping(hour) then 'hour'
                    else 'all' end as what,
                coalesce(channel, reason, outcome, language, satisfaction::text, 'unknown') as value, hour,
                count(*) as count, count(*) filter (where state <> 'RESOLVED') as open,
                count(escalated_at) as escalated,
                count(*) filter (where state <> 'RESOLVED' and due_at < ?) as overdue
            from (select *, date_trunc('hour', received_at, 'UTC') as hour from inquiry
                where center_id = ? and received_at >= ? and received_at < ?) own
            group by grouping sets ((), (channel), (reason), (outcome), (language), (satisfaction), (hour))
            order by count desc, value, hour
            """;

    private record Counted(String what, String value, Instant hour, int count, int open, int escalated, int overdue) {}

    /** Of all times. @param now to tell what is overdue */
    public Analysis of(UUID centerId, Instant now) {
        return of(centerId, AnalysisPeriod.all(ZoneOffset.UTC), now);
    }

    /** @param period in which the inquiries came */
    Analysis of(UUID centerId, AnalysisPeriod period, Instant now) {
        List<Counted> counts = sql.list(
                COUNTS,
                row -> new Counted(
                        row.getString("what"),
                        row.getString("value"),
                        Sql.instant(row, "hour"),
                        row.getInt("count"),
                        row.getInt("open"),
                        row.getInt("escalated"),
                        row.getInt("overdue")),
                now,
                centerId,
                period.from(),
                period.until());
        Counted all = of(counts, "all").findFirst().orElseThrow();
        Map<String, Integer> rated = by(counts, "satisfaction");
        Map<Integer, Integer> stars = new LinkedHashMap<>();
        for (int star = 5; star >= 1; star--) {
            stars.put(star, rated.getOrDefault(Integer.toString(star), 0));
        }
        int answers = stars.values().stream().mapToInt(Integer::intValue).sum();
        int sum = stars.entrySet().stream()
                .mapToInt(e -> e.getKey() * e.getValue())
                .sum();
        return new Analysis(
                all.count(),
                all.open(),
                all.escalated(),
                count(
                        "select count(*) from inquiry i where center_id = ? and received_at >= ? and received_at < ?"
                                + " and exists (select 1 from inquiry_record r where r.inquiry_id = i.id)",
                        centerId,
                        period.from(),
                        period.until()),
                all.overdue(),
                by(counts, "channel"),
                by(counts, "reason"),
                by(counts, "outcome"),
                by(counts, "language"),
                stars,
                answers == 0 ? 0 : (double) sum / answers,
                of(counts, "hour")
                        .map(c -> new Hour(c.hour(), c.count()))
                        .sorted(Comparator.comparing(Hour::hour))
                        .toList(),
                count(
                        "select count(*) from unknown_question where center_id = ? and asked_at >= ? and asked_at < ?",
                        centerId,
                        period.from(),
                        period.until()));
    }

    private static Stream<Counted> of(List<Counted> counts, String what) {
        return counts.stream().filter(c -> c.what().equals(what));
    }

    private static Map<String, Integer> by(List<Counted> counts, String what) {
        Map<String, Integer> by = new LinkedHashMap<>();
        of(counts, what).forEach(c -> by.put(c.value(), c.count()));
        return by;
    }

    private int count(String query, Object... arguments) {
        return sql.first(query, row -> row.getInt(1), arguments).orElse(0);
    }
}
