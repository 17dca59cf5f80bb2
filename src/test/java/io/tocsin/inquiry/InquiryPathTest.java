package io.tocsin.inquiry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.Contact;
import io.tocsin.audience.People;
import io.tocsin.audience.RecipientStore;
import io.tocsin.audience.Recipients;
import io.tocsin.platform.Phrase;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supervisor's way from the queue through an inquiry and its person's thread to the analysis, in a browser. */
@TocsinTest
class InquiryPathTest {
    @Inject
    Inquiries inquiries;

    @Inject
    Ratings ratings;

    @Inject
    UnknownQuestions unknown;

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    @Inject
    Recipients recipients;

    private final DrillCenter center = OpenForInquiries.center();
    private final String pages = "/console/centers/" + center.id() + "/inquiries";

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void fromTheQueueToTheRecordAndTheAnalysis(String language) {
        DrillCenter.as("crisis-manager")
                .put(center.path() + "/members/supervisor@drill.example", null)
                .expect(204);
        // drill callers come from +1 202 555 0100 to 0199: nobody of them is this person
        String number = language.equals("ja") ? "+12025570188" : "+12025570187";
        UUID person = somebody(language, number);
        UUID form = written(language, InquiryChannel.FORM, number, person);
        written(language, InquiryChannel.SMS, number, person);
        unknown.add(center.id(), language, language.equals("ja") ? "寄付はできますか。" : "May I donate it?");
        unknown.add(center.id(), language, language.equals("ja") ? "寄付はできますか。" : "may I donate it?");
        try (Browser browser =
                Browser.open(language, 1280, 900, language.equals("ja") ? ColorScheme.DARK : ColorScheme.LIGHT)) {
            browser.logIn("supervisor");
            Page page = browser.go(pages).look("inquiries").page();
            page.selectOption("#channel", "FORM");
            page.selectOption("#state", "OPEN");
            press(page, language, Phrase.of("Show", "表示"));
            assertThat(page.locator("#channel option:checked"))
                    .hasText(InquiryChannel.FORM.words().in(language));
            page.click("tbody a[href$='" + form + "']");
            see(browser, "inquiry");

            press(page, language, Phrase.of("Take it", "担当する"));
            assertThat(page.locator(".notice.good")).isVisible();
            press(page, language, Phrase.of("Save the record", "記録を保存"));
            assertThat(page.locator(".error-summary li").first()).isVisible();
            page.selectOption("#reason-in", "other");
            page.selectOption("#outcome-in", "FOLLOW_UP");
            page.fill("#note-in", "write to owner@example.net");
            press(page, language, Phrase.of("Save the record", "記録を保存"));
            assertThat(page.locator("#followUpDue .error")).isVisible();
            assertThat(page.locator("#note-in")).hasValue("write to owner@example.net");
            see(browser, "inquiry-errors");
            page.fill("#followUpDue-in", LocalDate.now().plusDays(1) + "T09:00");
            press(page, language, Phrase.of("Save the record", "記録を保存"));
            assertThat(page.locator(".notice.good"))
                    .containsText(Phrase.of("masked", "伏せました").in(language));
            assertThat(page.locator("ol.thread")).not().containsText("owner@example.net");
            Inquiry waits = inquiries.get(center.id(), form);
            Assertions.assertThat(waits.state()).isEqualTo(InquiryState.WAITING);
            Assertions.assertThat(waits.dueAt())
                    .as("nine o'clock where the browser is")
                    .hasToString(LocalDate.now().plusDays(1) + "T00:00:00Z");

            page.selectOption("#outcome-in", "ANSWERED");
            press(page, language, Phrase.of("Save the record", "記録を保存"));
            assertThat(page.locator(".next h2"))
                    .hasText(InquiryState.RESOLVED.words().in(language));
            ratings.rate(center.id(), form, ratings.ticket(form), 4);
            browser.go(pages + "/" + form);
            page.click("a[href*='/threads/']");
            assertThat(page.locator("ol.thread > li")).hasCount(5);
            assertThat(page.locator("main")).containsText("Pat Owner");
            assertThat(page.locator("main")).containsText(number);
            see(browser, "thread");

            browser.go(pages + "/new");
            page.fill("#email-in", "nobody");
            press(page, language, Phrase.of("Into the queue", "待ち行列に登録"));
            assertThat(page.locator("#text .error")).isVisible();
            assertThat(page.locator("#email .error")).isVisible();
            see(browser, "inquiry-by-hand");
            page.fill("#text-in", language.equals("ja") ? "窓口に来られました。" : "Somebody at the door");
            page.fill("#email-in", "");
            press(page, language, Phrase.of("Into the queue", "待ち行列に登録"));
            assertThat(page.locator("ol.thread > li")).hasCount(1);

            browser.go(pages + "?state=RESOLVED&channel=FORM").look("inquiries-over");
            browser.go(pages + "/analysis").look("analysis");
            assertThat(page.locator("#unknown tbody")).containsText("2");
            page.fill("#from", "2001-01-01");
            page.fill("#until", "2001-01-02");
            press(page, language, Phrase.of("Show", "表示"));
            assertThat(page.locator(".next h2")).isVisible();
            browser.look("analysis-empty");
        }
        aPhoneAtNightAndAReaderWithoutClearance(language, form);
    }

    private void aPhoneAtNightAndAReaderWithoutClearance(String language, UUID form) {
        try (Browser phone = Browser.open(language, 390, 844, ColorScheme.DARK)) {
            phone.logIn("auditor");
            phone.go(pages + "/analysis").look("phone-analysis");
            assertThat(phone.page().locator("#unknown tbody")).hasCount(0);
            phone.go(pages + "/" + form);
            assertThat(phone.page().locator("main")).not().containsText("Pat Owner");
            Assertions.assertThat(phone.page().title()).doesNotContain("Inquiry");
        }
        try (Browser phone = Browser.open(language, 390, 844, ColorScheme.DARK)) {
            phone.logIn("crisis-manager");
            phone.go(pages).look("phone-inquiries");
            phone.go(pages + "/" + form).look("phone-inquiry");
        }
    }

    private UUID somebody(String language, String number) {
        UUID audience = audiences
                .create(center.id(), "Writers " + language + UUID.randomUUID(), "US", "en", null, "test")
                .id();
        store.add(audience, List.of(People.person("Pat Owner", number, null)));
        return recipients.byPhone(center.id(), number).getFirst();
    }

    private UUID written(String language, InquiryChannel channel, String number, UUID person) {
        return inquiries
                .open(NewInquiry.of(center.id(), channel, language)
                        .from(Contact.phone(number), person)
                        .saying(language.equals("ja") ? "返品の箱はいつ届きますか。" : "When does the box for my return arrive?")
                        .about("return", 1, true)
                        .done())
                .id();
    }

    /** Reached by clicks, so that more than one page was loaded. */
    private static void see(Browser browser, String name) {
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }

    private static void press(Page page, String language, Phrase button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button.in(language)).setExact(true))
                .first()
                .click();
    }
}
