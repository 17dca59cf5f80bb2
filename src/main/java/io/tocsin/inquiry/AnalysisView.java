package io.tocsin.inquiry;

import io.tocsin.center.ColumnChart;
import io.tocsin.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The analysis as its page shows it: each table with what it is drawn from. Pure.
 *
 * @param course how many came, hour by hour where it is short, else day by day
 * @param ofDay how many came in each hour of the day
 * @param answers how many said how it went
 */
record AnalysisView(
        AnalysisPeriod period,
        InquiryAnalysis.Analysis counts,
        List<Bar> byReason,
        List<Bar> byChannel,
        List<Bar> byOutcome,
        List<Bar> byLanguage,
        List<Bar> satisfaction,
        Columns course,
        Columns ofDay,
        long answers) {
    private static final Duration SHORT = Duration.ofHours(48);
    private static final int MOST_COLUMNS = 60;
    private static final int FEWEST_HOURS = 23;
    private static final Phrase NOT_RECORDED = Phrase.of("Not recorded", "記録なし");

    /** @param most the largest of its table, for the length of the bar */
    record Bar(Phrase title, long count, long percent, long most) {}

    /** @param hourly whether a column is an hour, not a day or more */
    record Columns(List<Column> columns, ColumnChart chart, boolean hourly) {
        public boolean isEmpty() {
            return chart.isEmpty();
        }

        public String first() {
            return columns.isEmpty() ? "" : columns.getFirst().title();
        }

        public String last() {
            return columns.isEmpty() ? "" : columns.getLast().title();
        }
    }

    /** @param title when it was, in the reader's own time */
    record Column(String title, long count) {}

    static AnalysisView of(InquiryAnalysis.Analysis counts, AnalysisPeriod period) {
        long answers = counts.satisfaction().values().stream().mapToLong(n -> n).sum();
        return new AnalysisView(
                period,
                counts,
                bars(counts.byReason(), counts.total(), AnalysisView::reason),
                bars(counts.byChannel(), counts.total(), c -> InquiryChannel.valueOf(c)
                        .words()),
                bars(counts.byOutcome(), counts.total(), AnalysisView::outcome),
                bars(counts.byLanguage(), counts.total(), AnalysisView::language),
                bars(counts.satisfaction(), answers, star -> Phrase.same("★".repeat(star))),
                course(counts.byHour(), period),
                ofDay(counts.byHour(), period),
                answers);
    }

    private static Phrase reason(String code) {
        return code.equals("unknown") ? NOT_RECORDED : Reasons.words(code);
    }

    private static Phrase outcome(String name) {
        return name.equals("unknown")
                ? Phrase.of("Not over yet", "未完了")
                : InquiryOutcome.valueOf(name).words();
    }

    private static Phrase language(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        return Phrase.of(language.getDisplayLanguage(Locale.ENGLISH), language.getDisplayLanguage(Locale.JAPANESE));
    }

    private static <K> List<Bar> bars(Map<K, Integer> counts, long all, Function<K, Phrase> words) {
        long most = counts.values().stream().mapToLong(n -> n).max().orElse(0);
        return counts.entrySet().stream()
                .map(e -> new Bar(
                        words.apply(e.getKey()),
                        e.getValue(),
                        all == 0 ? 0 : Math.round(100.0 * e.getValue() / all),
                        Math.max(1, most)))
                .toList();
    }

    /** From the first inquiry to the last: nobody learns from empty weeks before and after. */
    private static Columns course(List<InquiryAnalysis.Hour> hours, AnalysisPeriod period) {
        if (hours.isEmpty()) {
            return new Columns(List.of(), ColumnChart.of(List.of()), true);
        }
        ZonedDateTime first = hours.getFirst().hour().atZone(period.zone());
        ZonedDateTime last = hours.getLast().hour().atZone(period.zone());
        boolean hourly = Duration.between(first, last).compareTo(SHORT) < 0;
        return hourly
                ? byHour(hours, period, first, last)
                : byDay(hours, period, first.toLocalDate(), last.toLocalDate());
    }

    private static Columns byHour(
            List<InquiryAnalysis.Hour> hours, AnalysisPeriod period, ZonedDateTime first, ZonedDateTime last) {
        Map<Instant, Integer> counted = new TreeMap<>();
        hours.forEach(h -> counted.merge(h.hour(), h.count(), Integer::sum));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
        List<Column> columns = new ArrayList<>();
        Instant begin = last.minusHours(FEWEST_HOURS).isBefore(first)
                ? last.minusHours(FEWEST_HOURS).toInstant()
                : first.toInstant();
        for (Instant at = begin; !at.isAfter(last.toInstant()); at = at.plus(1, ChronoUnit.HOURS)) {
            columns.add(
                    new Column(format.format(LocalDateTime.ofInstant(at, period.zone())), counted.getOrDefault(at, 0)));
        }
        return columns(columns, true);
    }

    private static Columns byDay(
            List<InquiryAnalysis.Hour> hours, AnalysisPeriod period, LocalDate first, LocalDate last) {
        Map<LocalDate, Long> counted = new TreeMap<>();
        hours.forEach(h -> counted.merge(LocalDate.ofInstant(h.hour(), period.zone()), (long) h.count(), Long::sum));
        long step = Math.ceilDiv(ChronoUnit.DAYS.between(first, last) + 1, MOST_COLUMNS);
        List<Column> columns = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step)) {
            long count = 0;
            for (int i = 0; i < step; i++) {
                count += counted.getOrDefault(day.plusDays(i), 0L);
            }
            columns.add(new Column(day.toString(), count));
        }
        return columns(columns, false);
    }

    private static Columns ofDay(List<InquiryAnalysis.Hour> hours, AnalysisPeriod period) {
        long[] counted = new long[24];
        hours.forEach(h -> counted[h.hour().atZone(period.zone()).getHour()] += h.count());
        List<Column> columns = new ArrayList<>();
        for (int hour = 0; hour < counted.length; hour++) {
            columns.add(new Column(String.format(Locale.ROOT, "%02d:00", hour), counted[hour]));
        }
        return columns(columns, true);
    }

    private static Columns columns(List<Column> columns, boolean hourly) {
        return new Columns(
                columns, ColumnChart.of(columns.stream().map(Column::count).toList()), hourly);
    }
}
