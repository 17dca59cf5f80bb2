package io.tocsin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.tocsin.platform.Phrase;
import io.tocsin.stack.Browser;
import io.tocsin.stack.Daytime;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crisis manager's way from a list of people to a finished announcement and a campaign that runs, in a browser. */
@TocsinTest
class ReachPathTest {
    private static final int PEOPLE = 30;
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static DrillCenter center;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void bringsAListAnnouncesAndCollects(String language) {
        String pages = "/console/centers/" + open().id();
        try (Browser browser = Browser.open(language);
                Browser second = Browser.open(language)) {
            browser.logIn("crisis-manager");
            second.logIn("supervisor");
            String audience = bringTheList(browser, second, language, pages);
            makeASegment(browser, language, audience);
            String announcement = draft(browser, language, audience);
            checkBeforeSending(browser, language, announcement);
            approve(second, language, announcement);
            send(browser, language, announcement);
            correct(browser, language, announcement);
            collect(browser, language, audience);
            browser.go(pages + "/announcements").look("announcements");
            browser.go(pages + "/audiences").look("audiences");
        }
    }

    private static synchronized DrillCenter open() {
        if (center == null) {
            DrillCenter.roster(14);
            center = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                    .launch()
                    .awaitPhase("READY");
            center.awaitAllReady();
            DrillCenter.as("crisis-manager")
                    .post(center.path() + "/gate/overrides", Map.of("check", "seats", "reason", "a test"))
                    .expect(200);
            center.open();
            DrillCenter.as("crisis-manager")
                    .put(center.path() + "/members/supervisor@drill.example", null)
                    .expect(204);
        }
        return center;
    }

    /** @return path of the audience's page */
    private static String bringTheList(Browser browser, Browser second, String language, String pages) {
        Page page = browser.go(pages + "/audiences/new").page();
        press(page, language, Phrase.of("Upload and look at the columns", "アップロードして列を確認"));
        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator(".error-summary li")).hasCount(2);
        browser.look("audience-errors");
        page.fill("[name=name]", "Owners " + language);
        page.setInputFiles(
                "[name=file]",
                new FilePayload("owners.csv", "text/csv", owners(language).getBytes(StandardCharsets.UTF_8)));
        press(page, language, Phrase.of("Upload and look at the columns", "アップロードして列を確認"));
        assertThat(page.locator("tbody")).containsText("Owner 0000");
        browser.look("import-columns");

        String path = page.url();
        second.go(path.replaceFirst("https?://[^/]+", ""));
        assertThat(second.page().locator("tbody")).not().containsText("Owner 00");
        assertThat(second.page().locator("tbody")).containsText("•••");
        second.look("import-columns-masked");

        Locator memo = page.locator("tr", new Page.LocatorOptions().setHasText("Memo"));
        memo.locator("select").selectOption("attribute");
        memo.locator("input").fill("");
        press(page, language, Phrase.of("Start the import", "取り込みを開始"));
        assertThat(page.locator(".error-summary li")).hasCount(1);
        assertThat(page.locator("tr .error")).isVisible();
        browser.look("import-columns-errors");
        page.locator("tr", new Page.LocatorOptions().setHasText("Memo"))
                .locator("input")
                .fill("memo");
        press(page, language, Phrase.of("Start the import", "取り込みを開始"));
        assertThat(page.locator("a[href$='/set-aside']")).isVisible(SOON);
        assertThat(page.locator(".figure.good b").first()).hasText(String.valueOf(PEOPLE));
        browser.look("import-done");
        Path setAside = page.waitForDownload(
                        () -> page.locator("a[href$='/set-aside']").click())
                .path();
        Assertions.assertThat(setAside).content().contains("Nobody");
        page.locator("main p.small a").click();
        page.waitForURL("**/audiences/*");
        return path(page);
    }

    private static void makeASegment(Browser browser, String language, String audience) {
        Page page = browser.page();
        page.locator(
                        "summary",
                        new Page.LocatorOptions().setHasText(language.equals("ja") ? "対象範囲を作る" : "Make a segment"))
                .click();
        page.fill("[name=name]", "Pilot models");
        press(page, language, Phrase.of("Keep the segment", "対象範囲を保存"));
        assertThat(page.locator(".error-summary li")).hasCount(1);
        assertThat(page.locator("[name=name]")).hasValue("Pilot models");
        page.fill("[name=model]", "SM-N930A");
        assertThat(page.locator("#count")).containsText("15");
        page.fill("[name=serialFrom]", "R00000");
        assertThat(page.locator("#count .warn")).isVisible();
        page.fill("[name=serialTo]", "R00009");
        assertThat(page.locator("#count")).containsText("10");
        browser.shoot("segment-form");
        press(page, language, Phrase.of("Keep the segment", "対象範囲を保存"));
        assertThat(page.locator("#segments tbody tr")).hasCount(1);
        browser.look("audience");
    }

    /** @return path of the announcement's page */
    private static String draft(Browser browser, String language, String audience) {
        Page page = browser.go(audience).page();
        page.locator("#segments tbody a[href*='/announcements/new']").click();
        assertThat(page.locator("#audience-in option:checked")).hasText("Pilot models");
        page.check("[name=channels][value=SMS]");
        page.check("[name=channels][value=EMAIL]");
        page.check("[name=dangerToLife]");
        page.fill("[name=firstSharePercent]", "200");
        press(page, language, Phrase.of("Save the draft", "下書きを保存"));
        assertThat(page.locator(".error-summary li")).hasCount(2);
        assertThat(page.locator("[name=firstSharePercent]")).hasValue("200");
        browser.look("draft-errors");
        page.fill("[name=title]", "First notice " + language);
        page.fill("[name=firstSharePercent]", "");
        press(page, language, Phrase.of("Save the draft", "下書きを保存"));
        assertThat(page.locator(".figure b").first()).hasText("10");
        browser.look("announcement-draft");
        page.locator("a[href$='/edit']").click();
        page.fill("[name=failureLimit]", "20");
        browser.look("draft-edit");
        press(page, language, Phrase.of("Save the draft", "下書きを保存"));
        page.waitForURL("**/announcements/*");
        return path(page);
    }

    private static void checkBeforeSending(Browser browser, String language, String announcement) {
        Page page = browser.go(announcement).page();
        page.fill("[name=contact]", "nobody@drill.example");
        press(page, language, Phrase.of("Show it", "表示する"));
        assertThat(page.locator(".error-summary li")).hasCount(1);
        page.fill("[name=contact]", language + "0003@drill.example");
        press(page, language, Phrase.of("Show it", "表示する"));
        assertThat(page.locator("#preview h3")).isVisible();
        assertThat(page.locator("#preview .quote").first()).isVisible();

        page.fill("[name=emails]", "not an address");
        press(page, language, Phrase.of("Send the test", "テスト送信"));
        assertThat(page.locator(".error-summary")).isVisible();
        page.fill("[name=emails]", "staff@drill.example");
        press(page, language, Phrase.of("Send the test", "テスト送信"));
        assertThat(page.locator("[role=status] li").first()).isVisible();
        browser.look("announcement-tested");

        page.fill("#pace-in", "600");
        press(page, language, Phrase.of("Take this pace", "この速さにする"));
        assertThat(page.locator("dl.facts")).containsText("600");
        if (page.locator("#reason").count() > 0) {
            page.fill("#reason", "rehearsed");
        }
        press(page, language, Phrase.of("Submit for approval", "承認を申請"));
        assertThat(page.locator(".next button.main")).hasCount(0);
        browser.look("announcement-submitted");
    }

    private static void approve(Browser second, String language, String announcement) {
        second.go(announcement).look("announcement-to-approve");
        press(second.page(), language, Phrase.of("Approve", "承認する"));
        second.page().waitForLoadState();
    }

    private static void send(Browser browser, String language, String announcement) {
        Page page = browser.go(announcement).page();
        press(page, language, Phrase.of("At a time", "日時を指定"));
        page.fill("[name=at]", "2020-01-01T09:00");
        press(page, language, Phrase.of("Schedule it", "予約する"));
        page.locator(".error-summary a").click();
        assertThat(page.locator("#at .error")).isVisible();
        assertThat(page.locator("[name=at]")).isFocused();
        page.fill("[name=at]", LocalDate.now().plusDays(2) + "T09:00");
        browser.look("schedule-dialog");
        press(page, language, Phrase.of("Schedule it", "予約する"));
        browser.look("announcement-scheduled");
        press(page, language, Phrase.of("Take the schedule back", "予約を取り消す"));
        press(page, language, Phrase.of("Start sending", "送信を開始する"));
        browser.look("start-dialog");
        press(page, language, Phrase.of("Yes, start", "開始する"));
        assertThat(page.locator("[data-live-part=progress] .tag.good")).isVisible(SOON);
        page.reload();
        assertThat(page.locator("[data-live-part=progress] .figure.good b")).hasText("10");
        browser.look("announcement-done");
        page.click("[data-live-part=progress] a.figure.good");
        assertThat(page.locator("tbody tr")).hasCount(10);
        assertThat(page.locator("main")).not().containsText("Owner 0");
        browser.go(path(page) + "?state=DELIVERED").look("deliveries");
        browser.go(announcement + "/deliveries?state=FAILED").look("deliveries-none");
        Assertions.assertThat(recipientsPageByPage(announcement))
                .as("nobody twice, nobody left out")
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    private static List<String> recipientsPageByPage(String announcement) {
        List<String> recipients = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = DrillCenter.as("auditor")
                    .get(announcement.replace("/console/", "/api/") + "/deliveries?state=DELIVERED&limit=3" + after)
                    .expect(200)
                    .body();
            page.path("deliveries")
                    .forEach(d -> recipients.add(d.path("recipient").asText()));
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        }
        return recipients;
    }

    private static void correct(Browser browser, String language, String announcement) {
        ObjectNode facts = open().currentFacts();
        facts.put("unitsCount", facts.path("unitsCount").asInt() + 100);
        open().edit("PUT", "/facts", Map.of("facts", facts, "note", "more units"))
                .expect(200);
        open().awaitAllReady();
        Page page = browser.go(announcement).page();
        assertThat(page.locator(".notice.warn").first()).isVisible();
        browser.look("announcement-stale");
        press(page, language, Phrase.of("Draft the correction", "訂正を下書きする"));
        assertThat(page.locator(".figure b").first()).hasText("10");
        browser.look("correction-draft");
        press(page, language, Phrase.of("Cancel it for good", "取り消す"));
        browser.shoot("cancel-dialog");
        press(page, language, Phrase.of("Yes, cancel it", "はい、取り消します"));
    }

    private static void collect(Browser browser, String language, String audience) {
        Page page = browser.go(audience).page();
        page.locator("#segments tbody a[href*='/campaigns/new']").click();
        page.fill("[name=name]", "Bring them back " + language);
        page.fill("[name=attempts]", "99");
        page.fill("[name=days]", "next week");
        press(page, language, Phrase.of("Prepare it", "準備する"));
        assertThat(page.locator(".error-summary li")).hasCount(1);
        assertThat(page.locator("[name=days]")).hasValue("next week");
        page.fill(
                "[name=days]",
                LocalDate.now().plusDays(3) + " .. " + LocalDate.now().plusDays(4));
        page.fill("[name=windows]", "09:00-12:00\n13:00-17:00");
        page.fill("[name=capacity]", "10");
        press(page, language, Phrase.of("Prepare it", "準備する"));
        assertThat(page.locator("#attempts .error")).isVisible();
        browser.look("campaign-errors");
        page.fill("[name=attempts]", "2");
        press(page, language, Phrase.of("Prepare it", "準備する"));
        page.waitForURL("**/campaigns/*");
        browser.look("campaign-prepared");

        press(page, language, Phrase.of("Start calling", "発信を開始する"));
        browser.look("campaign-start-dialog");
        press(page, language, Phrase.of("Yes, start", "開始する"));
        assertThat(page.locator("[data-live-part=progress] .tag.busy")).isVisible();
        press(page, language, Phrase.of("Draw the sample", "抽出する"));
        assertThat(page.locator(".error-summary li")).hasCount(1);
        page.selectOption("[name=level]", "A");
        press(page, language, Phrase.of("Draw the sample", "抽出する"));
        page.selectOption("[name=wave]", new SelectOption().setIndex(1));
        press(page, language, Phrase.of("Add the wave", "波を追加する"));
        assertThat(page.locator("[data-live-part=progress] label")).containsText("/ 31");
        browser.look("campaign-running");
        page.locator("#checks tbody a").click();
        page.locator("[name=result]").first().selectOption("HEARD_AND_ACTED");
        press(page, language, Phrase.of("Note", "記録"));
        assertThat(page.locator(".figure b").nth(2)).hasText("100 %");
        browser.look("campaign-check");
        browser.go("/console/centers/" + open().id() + "/campaigns").look("campaigns");
    }

    /** A list as companies have it, with two rows that cannot be used and one person twice. */
    private static String owners(String language) {
        String zone = Daytime.somewhere(Instant.now()).getId();
        StringBuilder csv =
                new StringBuilder("Customer No,Name,Phone,E-mail,State,Time zone,Model,Serial number,Memo\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("%s%d,Owner %04d,(202) 55%s-%04d,%s%04d@drill.example,NY,%s,%s,R%05d,note%n"
                    .formatted(
                            language,
                            5000 + i,
                            i,
                            language.equals("ja") ? "8" : "7",
                            i,
                            language,
                            i,
                            zone,
                            i < PEOPLE / 2 ? "SM-N930A" : "SM-N930T",
                            i));
        }
        return csv.append(language + "5000,Owner 0000,," + language + "0000@drill.example,NY," + zone
                        + ",SM-N930A,R90000,again\n")
                .append(",Nobody,12,,,,SM-N930T,R1,\n")
                .append(",Somebody,,not an address,,,SM-N930T,R2,\n")
                .toString();
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
    }

    /** The button with this name that can be pressed: dialogs that are closed have theirs, too. */
    private static void press(Page page, String language, Phrase button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button.in(language)).setExact(true))
                .first()
                .click();
    }
}
