package io.tocsin.inquiry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.tocsin.platform.Phrase;
import io.tocsin.stack.Browser;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overview of an open center, as whoever is responsible keeps it on a screen. */
@TocsinTest
class OverviewTest {
    private static final Phrase HARM = Phrase.of("Injury or damage", "けが・損害");

    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(15_000);

    @Inject
    Inquiries inquiries;

    @Inject
    InquiryAnalysis analysis;

    private final DrillCenter center = OpenForInquiries.center();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void countsInquiriesByReasonAndSeatsByStateWhileOneLooks(String language) {
        somebodyWasHurt();
        try (Browser browser = Browser.open(language)) {
            Page page = browser.logIn("crisis-manager")
                    .go("/console/centers/" + center.id())
                    .page();
            assertThat(page.locator("#seat-states")).isVisible();
            Locator all = page.locator("#reasons tbody tr", new Page.LocatorOptions().setHasText(HARM.in(language)))
                    .locator("td.num")
                    .first();
            assertThat(all).hasText(harmed(), SOON);
            browser.look("overview-open");

            somebodyWasHurt();

            assertThat(all).hasText(harmed(), SOON);
        }
    }

    private String harmed() {
        return analysis.of(center.id(), Instant.now()).byReason().get("harm").toString();
    }

    private void somebodyWasHurt() {
        inquiries.open(NewInquiry.of(center.id(), InquiryChannel.FORM, "en")
                .about("harm", 10, true)
                .done());
    }
}
