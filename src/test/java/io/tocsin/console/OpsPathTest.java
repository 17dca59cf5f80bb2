package io.tocsin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tocsin.platform.Phrase;
import io.tocsin.stack.Browser;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of ops from a center's resources to the certificate that nothing is left, in a browser. */
@TocsinTest
class OpsPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void looksThroughResourcesTearsDownAndGetsTheCertificate(String language) {
        DrillCenter center = DrillCenter.declare("noto-hotline", Map.of("profile", "standby"))
                .launch()
                .awaitAllReady();
        String pages = "/console/centers/" + center.id();
        try (Browser browser = Browser.open(language)) {
            browser.logIn("ops");
            Page page = browser.page();
            for (String path : List.of("/console/numbers?mode=DRILL", "/console/roster", "/console/audit")) {
                browser.go(path).look("ops-" + path.replaceAll("/console/|\\?.*", ""));
            }
            browser.go(pages + "/resources").look("ops-resources");
            assertThat(page.locator("tbody tr").first().locator(".mono")).isVisible();

            browser.go(pages + "/teardown").look("teardown-plan");
            press(page, language, Phrase.of("Export the evidence", "証跡を書き出す"));
            Path evidence = page.waitForDownload(
                            () -> page.locator("a[href*='/evidence/']").first().click())
                    .path();
            Assertions.assertThat(evidence).isNotEmptyFile();
            press(page, language, Phrase.of("Begin the teardown", "撤去を開始する"));
            press(page, language, Phrase.of("Yes, take it down", "撤去する"));
            center.awaitPhase("CLOSED");
            browser.go(pages + "/teardown");
            assertThat(page.locator(".notice.good")).isVisible();
            browser.look("certificate");
            Path certificate = page.waitForDownload(
                            () -> page.locator("a[href$='/certificate']").click())
                    .path();
            Assertions.assertThat(certificate).content().contains("\"leftInLedger\":[]");
        }
    }

    private static void press(Page page, String language, Phrase button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button.in(language)).setExact(true))
                .click();
    }
}
