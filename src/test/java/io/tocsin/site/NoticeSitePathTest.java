package io.tocsin.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chats;
import io.tocsin.platform.Phrase;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a person who is affected through the notice site, in a browser; and without scripts. */
@TocsinTest
class NoticeSitePathTest {
    private static final FilePayload PICTURE = new FilePayload(
            "receipt.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3, 4});
    private static final String AGENT = "agent@agents.example";

    @Inject
    Chats chats;

    private final DrillCenter center = OpenForInquiries.center();

    private String site(String language) {
        return "/notices/" + center.id() + "/" + language;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everyPageCanBeReadUsedAndIsLight(String language) {
        String site = site(language);
        try (Browser browser = Browser.open(language, 1280, 900, ColorScheme.LIGHT)) {
            browser.go(site).look("site-notice");
            browser.go(site + "/faq").look("site-faq");
            String other = language.equals("ja") ? "en" : "ja";
            assertThat(browser.page().locator("a[hreflang=" + other + "]")).hasAttribute("href", site(other) + "/faq");
            String question = language.equals("ja") ? "お金は返ってきますか" : "do I get my money back";
            browser.page().fill("#q", question);
            browser.page().press("#q", "Enter");
            assertThat(browser.page().locator("section[role=status] details").first())
                    .isVisible();
            see(browser, "site-faq-found");
            browser.go(site + "/check").look("site-check");
            browser.page().fill("#number", "ZZ-0000");
            browser.page().click("main button");
            assertThat(browser.page().locator("[role=status]")).isVisible();
            see(browser, "site-check-unknown");
            browser.go(site + "/prove").look("site-prove");
            browser.page().fill("#contact", "+1 415 555 0143");
            browser.page().click("form >> nth=0 >> button");
            assertThat(browser.page().locator("#code")).isVisible();
            see(browser, "site-prove-sent");
            writesToUs(browser, site);
        }
    }

    private void writesToUs(Browser browser, String site) {
        Page page = browser.go(site + "/contact").page();
        browser.look("site-contact");
        page.click("main form button");
        assertThat(page.locator(".sorry li").first()).isVisible();
        see(browser, "site-contact-wrong");
        page.check("[name=about][value=return]");
        page.fill("#email", "reader-" + UUID.randomUUID() + "@example.org");
        page.fill("#text", "I would like to send it back. My card is 4111 1111 1111 1111.");
        page.setInputFiles("#file", PICTURE);
        page.click("main form button");
        assertThat(page.locator(".said")).isVisible();
        see(browser, "site-contact-done");
        page.check("[name=stars][value='5']");
        page.click("main form button");
        assertThat(page.locator(".said")).isVisible();
        see(browser, "site-rated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void aChatGoesFromTheFirstQuestionToAnAgentAndItsEnd(String language) {
        try (Browser browser = Browser.open(language, 390, 844, ColorScheme.DARK)) {
            Page page = browser.go(site(language) + "/chat").page();
            browser.look("site-chat");
            page.click("main button");
            assertThat(chatWithItsScript(page)).isAttached();
            page.fill("#text", language.equals("ja") ? "返金してもらえますか" : "can I get my money back");
            page.click("button[value=say]");
            Locator talk = page.locator("#talk li");
            assertThat(talk.nth(1)).isVisible();
            see(browser, "site-chat-bot");
            page.click("button[value=agent]");
            assertThat(page.locator("#talk[data-state=WAITING]")).isVisible();
            see(browser, "site-chat-waiting");

            page.fill("#text", "and another");
            UUID chat = chats.waiting(center.id(), false).getLast().inquiry();
            chats.take(center.id(), chat, AGENT);
            chats.say(center.id(), chat, Author.AGENT, AGENT, "Mika here. How can I help?");
            assertThat(page.locator("#talk li.agent")).containsText("Mika here");
            assertThat(page.locator("#talk[data-state=WITH_AGENT]")).isVisible();
            assertThat(page.locator("#text")).hasValue("and another");
            page.fill("#text", "reach me at reader@example.net");
            page.press("#text", "Enter");
            assertThat(talk.last()).containsText("[");
            assertThat(page.locator("#masked")).isVisible();
            see(browser, "site-chat-agent");

            page.click("button[value=end]");
            assertThat(page.locator("[name=stars]").first()).isVisible();
            see(browser, "site-chat-over");
        }
    }

    /** The script hides the link for reloading; until then a button sends the form as it does without scripts. */
    private static Locator chatWithItsScript(Page page) {
        return page.locator("#refresh[hidden]");
    }

    @Test
    void whatWasTypedIsNotLostWhenTheServerTakesNoMoreForAMoment() {
        try (Browser browser = Browser.open("en")) {
            Page page = browser.page();
            // before any page is there: a page on its way here while this begins may still load past it
            page.route("**/chat", route -> {
                if (String.valueOf(route.request().postData()).contains("do=say")) {
                    route.fulfill(new Route.FulfillOptions().setStatus(429));
                } else {
                    route.resume();
                }
            });
            browser.go(site("en") + "/chat");
            page.click("main button");
            assertThat(chatWithItsScript(page)).isAttached();
            page.fill("#text", "a long story");
            page.click("button[value=say]");

            assertThat(page.locator("#refused")).isVisible();
            assertThat(page.locator("#text")).hasValue("a long story");
            see(browser, "site-chat-refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void withoutScriptsEverythingWorksToo(String language) {
        String site = site(language);
        try (Browser browser = Browser.withoutScripts(language)) {
            Page page = browser.go(site).page();
            page.click("nav a[href$='/faq']");
            page.fill("#q", language.equals("ja") ? "返送先はどこですか" : "where do I send it");
            page.press("#q", "Enter");
            assertThat(page.locator("section[role=status] details").first()).isVisible();
            browser.shoot("plain-faq");
            page.click("nav a[href$='/check']");
            page.fill("#number", "ZZ-0000");
            page.click("main button");
            assertThat(page.locator("[role=status]")).isVisible();
            page.click("nav a[href$='/contact']");
            page.fill("#phone", "+1 415 555 0188");
            page.fill("#text", "Please call me.");
            page.setInputFiles("#file", PICTURE);
            page.click("main form button");
            assertThat(page.locator(".said")).isVisible();
            browser.shoot("plain-contact-done");
            page.click("nav a[href$='/chat']");
            page.click("main button");
            page.fill("#text", language.equals("ja") ? "返金してもらえますか" : "can I get my money back");
            page.click("button[value=say]");
            assertThat(page.locator("#talk li").nth(1)).isVisible();
            browser.shoot("plain-chat");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void whoReadsTooFastIsToldSoInTheirLanguage(String language) {
        Visitor hasty = new Visitor();
        List<HttpResponse<String>> answers = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> hasty.get(site(language) + "/faq"))
                .toList();
        HttpResponse<String> refused = answers.stream()
                .filter(a -> a.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("400 requests at once were all answered"));

        Assertions.assertThat(answers)
                .as("the others were served")
                .anySatisfy(a -> Assertions.assertThat(a.statusCode()).isEqualTo(200));
        Assertions.assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        Assertions.assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        Assertions.assertThat(refused.body())
                .contains("<html lang=\"" + language + "\"")
                .contains(Phrase.of("Please wait a moment", "少しお待ちください").in(language));
        Assertions.assertThat(new Visitor().get(site(language) + "/faq").statusCode())
                .as("somebody else is not held up")
                .isEqualTo(200);
        looksAt(language, "site-too-many", refused);
    }

    /** In a browser, as the server sent it. */
    private void looksAt(String language, String name, HttpResponse<String> sent) {
        try (Browser browser = Browser.open(language, 390, 844, ColorScheme.LIGHT)) {
            browser.page()
                    .route(
                            "**/faq",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(sent.statusCode())
                                    .setHeaders(Map.of("Content-Type", "text/html;charset=UTF-8"))
                                    .setBody(sent.body())));
            Response response = browser.page().navigate(site(language) + "/faq");
            Assertions.assertThat(response.status()).isEqualTo(sent.statusCode());
            see(browser, name);
        }
    }

    @Test
    void afterTheTeardownTheClosingPageStandsThereAndNowhereNothingIsSaidInBothLanguages() {
        DrillCenter other = DrillCenter.declare("noto-hotline", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitPhase("READY")
                .awaitAllReady();
        other.close();
        for (String language : List.of("en", "ja")) {
            try (Browser browser = Browser.open(language)) {
                String front = "/notices/" + other.id() + "/" + language;
                CenterWait.until(
                        "the closing page stands there",
                        Duration.ofSeconds(10),
                        () -> browser.go(front + "/faq").page().url().endsWith("/" + language) ? true : null);
                browser.go(front).look("site-closed");
                Assertions.assertThat(browser.page().content()).doesNotContain("/faq");
                browser.page().navigate("/notices/" + UUID.randomUUID() + "/" + language);
                assertThat(browser.page().locator("[lang=ja]").first()).isVisible();
                see(browser, "site-nothing");
            }
        }
    }

    /** Reached by clicks, so that more than one page was loaded. */
    private static void see(Browser browser, String name) {
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }
}
