package io.tocsin.closure;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a PDF of the report's page. Its library is loaded at the first use, not at start. */
final class ReportPdf {
    private static final String FAMILY = "report";

    private ReportPdf() {}

    /**
     * @param font a TrueType font that has the language's letters; the built-in ones have Latin letters only
     * @throws io.tocsin.platform.ProblemException {@code report-font} where the language needs a font and none is given
     */
    static byte[] of(String html, String language, Optional<Path> font) {
        if (language.equals("ja") && font.isEmpty()) {
            throw Problem.conflict(
                    "report-font",
                    Phrase.of(
                            "A PDF in Japanese needs a font: set tocsin.closure.report-font to a TrueType file. The web"
                                    + " page needs none.",
                            "日本語の PDF にはフォントが必要です。tocsin.closure.report-font に TrueType フォントを指定するか、Webページ版を"
                                    + "ご利用ください。"));
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .useSVGDrawer(new BatikSVGDrawer())
                .withHtmlContent(html, null)
                .toStream(pdf);
        font.ifPresent(file -> builder.useFont(file.toFile(), FAMILY));
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
