package io.tocsin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tocsin.platform.Phrase;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.FactTyping;
import io.tocsin.stack.TocsinTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crisis manager's way from "it happened" to an open center with revised facts, in a browser. */
@TocsinTest
class ManagerPathTest {
    private static final LocatorAssertions.IsVisibleOptions WITHIN_A_MINUTE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void declaresLaunchesOpensAndRevises(String language) {
        DrillCenter.roster(20);
        try (Browser browser = Browser.open(language)) {
            browser.logIn("crisis-manager");
            browser.go("/console/centers").look("centers");
            browser.go("/console/declare").look("packs");
            String center = declare(browser, language);
            launch(browser, language);
            open(browser, language, center);
            reviseAndPublish(browser, language, center);
            for (String tab : List.of("runbook", "obligations", "seats", "resources", "launch")) {
                browser.go(center + "/" + tab).look(tab);
            }
        }
    }

    /** @return path of the center's own page */
    private static String declare(Browser browser, String language) {
        Page page = browser.go("/console/declare/product-recall").page();
        assertThat(page.locator("#effect .quote").first()).isVisible();
        browser.look("declare");
        // nothing filled in: everything that is wrong is named at once
        press(page, language, Phrase.of("Declare and see the plan", "登録して計画を見る"));
        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator(".error-summary li")).hasCount(2);
        browser.look("declare-errors");
        page.fill("[name=organization]", "Samsung Electronics America");
        page.fill("[name=name]", "Note7 " + language);
        page.check("[name=jurisdictions][value=US]");
        FactTyping.type(page, "galaxy-note7");
        assertThat(page.locator("#effect")).containsText("Galaxy Note7");
        press(page, language, Phrase.of("Declare and see the plan", "登録して計画を見る"));
        page.waitForURL("**/launch");
        browser.look("plan");
        return page.url().replaceFirst("https?://[^/]+(.*)/launch", "$1");
    }

    private static void launch(Browser browser, String language) {
        Page page = browser.page();
        press(page, language, Phrase.of("Launch", "立ち上げる"));
        assertThat(page.locator("[data-live-part=progress] .notice.good")).isVisible(WITHIN_A_MINUTE);
        browser.shoot("launched");
    }

    private static void open(Browser browser, String language, String center) {
        Page page = browser.go(center + "/gate").page();
        browser.look("gate");
        Locator overrides = page.locator(".checks form");
        while (overrides.count() > 0) {
            Locator form = overrides.first();
            form.locator("xpath=..").locator("summary").click();
            form.locator("[name=reason]").fill("rehearsed without agents");
            form.locator("button").click();
            page.waitForLoadState();
        }
        press(page, language, Phrase.of("Open the center", "センターを開設する"));
        page.waitForURL("**" + center);
        assertThat(page.locator(".center-name .tag.good"))
                .hasText(Phrase.of("Open", "開設中").in(language));
        browser.look("overview");
        page.click("[data-opens=listening]");
        assertThat(page.locator("#listening")).isVisible();
        Axe.check(page, "listening-dialog");
        browser.shoot("listening-dialog");
        page.click("#listening [name=allowed]");
        page.locator("[name=allowed][value=false]").click();
        assertThat(page.locator("[data-opens=listening]")).isVisible();
    }

    private static void reviseAndPublish(Browser browser, String language, String center) {
        Page page = browser.go(center + "/facts").page();
        page.fill("[name='facts.unitsCount']", "2100000");
        press(page, language, Phrase.of("Save as a new version", "新しい版として保存"));
        assertThat(page.locator(".next li").first()).isVisible();
        browser.look("stale");
        press(page, language, Phrase.of("Publish the new facts", "新しい事実を公開する"));
        assertThat(page.locator(".next")).hasCount(0);
    }

    private static void press(Page page, String language, Phrase button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button.in(language)).setExact(true))
                .click();
    }

    @org.junit.jupiter.api.Test
    void canBeReadOnAPhoneInTheDark() {
        try (Browser browser = Browser.open("ja", 390, 844, ColorScheme.DARK)) {
            browser.logIn("crisis-manager");
            browser.go("/console/centers").look("phone-centers");
            browser.go("/console/declare/data-breach").look("phone-declare");
        }
    }
}
