package io.tocsin.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The after-action report tells what happened, as a page and as PDF. */
@TocsinTest
class ReportTest {
    @Inject
    ReportFigures figures;

    @Inject
    ReportPage page;

    private final DrillCenter center = OpenForInquiries.center();

    @Test
    void theReportTellsWhatWasDoneAskedAndOwed() {
        DrillCenter.as("crisis-manager")
                .post(center.path() + "/inquiries", Map.of("channel", "EMAIL", "text", "a question"))
                .expect(201);

        String html = DrillCenter.as("crisis-manager")
                .get(center.path() + "/report")
                .expect(200)
                .body()
                .asText();

        assertThat(html).contains("After-action report", "<svg", "EMAIL", "Obligations", "Drill");
        assertThat(page.html(figures.of(center.id()), "ja")).contains("事後報告書", "法令上の義務");
    }

    @Test
    void thePdfIsOneAndSaysWhatItNeedsForJapanese() {
        String html = page.html(figures.of(center.id()), "en");

        byte[] pdf = ReportPdf.of(html, "en", Optional.empty());

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(2_000);
        assertThat(problem(() -> ReportPdf.of(html, "ja", Optional.empty())).type())
                .isEqualTo("report-font");
    }

    @Test
    void barsAreAsLongAsTheirValuesAndLabelsAreText() {
        Map<String, Integer> values = new LinkedHashMap<>();
        values.put("<b>", 10);
        values.put("half", 5);

        String svg = BarChart.of("Chart", values);

        assertThat(svg)
                .contains("&lt;b&gt;", "width=\"370.0\"", "width=\"185.0\"")
                .doesNotContain("<b>");
        assertThat(BarChart.of("nothing", Map.of())).isEmpty();
    }

    private static Problem problem(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("nothing was refused");
    }
}
