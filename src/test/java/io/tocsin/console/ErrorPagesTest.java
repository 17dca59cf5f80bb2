package io.tocsin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees when something is not there, not theirs, broken or over: in a browser, and in their language. */
@TocsinTest
class ErrorPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void whatIsNotThereAndWhatIsNotTheirsHasAPageThatLeadsOn(String language) {
        try (Browser browser = Browser.open(language)) {
            browser.logIn("crisis-manager");
            shows(browser, "/console/centers/" + UUID.randomUUID(), 404, "error-no-center");
            shows(browser, "/console/nowhere", 404, "error-no-page");
            shows(browser, "/console/centers/17", 404, "error-no-id");
            shows(browser, "/console/audit", 403, "error-not-yours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void whatBreaksSaysThatItIsNotTheReadersFaultAndNamesTheError(String language) throws Exception {
        try (Browser browser = Browser.open(language)) {
            browser.logIn("auditor");
            owner("alter table audit_log rename to audit_log_away");
            try {
                shows(browser, "/console/audit", 500, "error-broken");
            } finally {
                owner("alter table audit_log_away rename to audit_log");
            }
            Assertions.assertThat(browser.page().content())
                    .as("nothing of our insides")
                    .doesNotContain("audit_log", "Exception", "select ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void whenTheSessionIsOverWhatWasTypedStaysAndTheWayToTheLogInIsShown(String language) {
        DrillCenter center = DrillCenter.declare("noto-hotline", Map.of("profile", "standby"));
        try (Browser browser = Browser.open(language)) {
            browser.logIn("crisis-manager");
            Page page = browser.go("/console/declare/product-recall").page();
            page.fill("[name=organization]", "Samsung");
            page.context().clearCookies();
            page.fill("[name='facts.unitsCount']", "12");
            page.dispatchEvent("[name='facts.unitsCount']", "change");

            assertThat(page.locator("#session-over"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            assertThat(page.locator("[name=organization]")).hasValue("Samsung");
            browser.shoot("error-session-over");
            Axe.check(page, "error-session-over");

            page.navigate("/console/centers/" + center.id());
            Assertions.assertThat(page.url()).startsWith(TestStack.get().plan().keycloakUrl());
        }
    }

    private static void shows(Browser browser, String path, int status, String name) {
        Response answer = browser.page().navigate(path);
        Assertions.assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(browser.page().locator("main h1")).isVisible();
        assertThat(browser.page().locator("main a.button").first()).isVisible();
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }

    private static void owner(String statement) throws SQLException {
        try (Connection connection = TestStack.get().superuser();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
