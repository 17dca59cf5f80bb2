package io.tocsin.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnalysisViewTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void hoursAreThoseOfTheReader() {
        AnalysisView view = view(List.of(
                new InquiryAnalysis.Hour(Instant.parse("2026-11-21T20:00:00Z"), 3),
                new InquiryAnalysis.Hour(Instant.parse("2026-11-22T01:00:00Z"), 2)));

        assertThat(view.course().hourly()).isTrue();
        assertThat(view.course().columns())
                .as("at least a day, the hours without inquiries included")
                .hasSize(24)
                .contains(new AnalysisView.Column("11-22 05:00", 3), new AnalysisView.Column("11-22 09:00", 0))
                .endsWith(new AnalysisView.Column("11-22 10:00", 2));
        assertThat(view.ofDay().columns())
                .contains(new AnalysisView.Column("05:00", 3), new AnalysisView.Column("10:00", 2));
    }

    @Test
    void longTimesAreShownByDaysAndNoInquiryIsLost() {
        AnalysisView view = view(IntStream.range(0, 24 * 100)
                .mapToObj(i -> new InquiryAnalysis.Hour(NOW.minus(Duration.ofHours(24 * 100L - i)), 1))
                .toList());

        assertThat(view.course().hourly()).isFalse();
        assertThat(view.course().columns()).hasSizeBetween(30, 60);
        assertThat(view.course().columns().stream()
                        .mapToLong(AnalysisView.Column::count)
                        .sum())
                .isEqualTo(2400);
    }

    @Test
    void nothingToCountIsNothingToDraw() {
        AnalysisView view = view(List.of());

        assertThat(view.course().isEmpty()).isTrue();
        assertThat(view.byReason()).containsExactly(new AnalysisView.Bar(Phrase.of("Not recorded", "記録なし"), 0, 0, 1));
    }

    @Test
    void daysOfAPeriodBeginAndEndWhereItsReaderIs() {
        AnalysisPeriod day = AnalysisPeriod.read(null, "2026-11-22", "2026-11-21", TOKYO, NOW);

        assertThat(day.from()).as("turned around").isEqualTo("2026-11-20T15:00:00Z");
        assertThat(day.until()).as("the last day included").isEqualTo("2026-11-22T15:00:00Z");
        assertThat(day.firstDay()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(AnalysisPeriod.read("24", "", "", TOKYO, NOW).from()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(AnalysisPeriod.read("-1", "yesterday", "0000-01-01", TOKYO, NOW)
                        .isAll())
                .as("what cannot be read narrows nothing")
                .isTrue();
    }

    private static AnalysisView view(List<InquiryAnalysis.Hour> hours) {
        int all = hours.stream().mapToInt(InquiryAnalysis.Hour::count).sum();
        return AnalysisView.of(
                new InquiryAnalysis.Analysis(
                        all,
                        0,
                        0,
                        0,
                        0,
                        Map.of(),
                        Map.of("unknown", all),
                        Map.of(),
                        Map.of(),
                        Map.of(5, 0),
                        0,
                        hours,
                        0),
                AnalysisPeriod.all(TOKYO));
    }
}
