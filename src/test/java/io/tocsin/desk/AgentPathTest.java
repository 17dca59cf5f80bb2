package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.RecipientPhone;
import io.tocsin.audience.RecipientStore;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.InquiryOutcome;
import io.tocsin.inquiry.Ratings;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.Daytime;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent's and a supervisor's way through a call and a chat, in two browsers. */
@TocsinTest
class AgentPathTest {
    @Inject
    Chats chats;

    @Inject
    Inquiries inquiries;

    @Inject
    Ratings ratings;

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    private DeskCenter center;

    @BeforeEach
    void open() {
        center = DeskCenter.open(Map.of("profile", "small", "seats", 3));
        DeskCenter.supervisorsTelephone("+12025550190");
        as("crisis-manager")
                .put(center.center().path() + "/listening", Map.of("allowed", true))
                .expect(200);
        center.everybodyOut();
    }

    @AfterEach
    void close() {
        center.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void aCallAndAChatFromArrivalToAfterCallWork(String language) {
        try (Browser agent = Browser.open(language).logInAs(center.agent(true));
                Browser supervisor =
                        Browser.open(language, 1600, 1000, ColorScheme.DARK).logIn("supervisor")) {
            Page desk = agent.page();
            agent.go("/console/desks")
                    .look("desk-centers")
                    .go(center.pages() + "/desk")
                    .look("desk-check-in");
            desk.click("button.main");
            desk.waitForSelector(".error-summary");
            see(agent, "desk-rules-not-acknowledged");
            desk.check("#rulesAcknowledged");
            desk.click("button.main");
            desk.waitForSelector("#take-break");
            see(agent, "desk-ready");

            center.callIn(null, language);
            desk.waitForSelector("#answer");
            see(agent, "desk-offered");
            desk.keyboard().press("a");
            desk.waitForSelector("#hang-up");
            supervisor.go(center.pages() + "/board");
            supervisor.page().waitForSelector("td .tag.busy");
            see(supervisor, "board-call");
            supervisor.page().click("form[action$='/listen'] button");
            desk.waitForSelector("#heard");
            see(agent, "desk-heard");
            supervisor.page().waitForSelector("form[action$='/stop'] button");
            see(supervisor, "board-listening");
            supervisor.page().click("form[action$='/stop'] button");
            supervisor.page().waitForSelector("form[action$='/listen'] button");
            desk.fill("#q", language.equals("ja") ? "返金してもらえますか" : "can I get my money back");
            desk.waitForSelector("#faq-hits details");
            desk.fill("#note", "owner@example.net");
            desk.selectOption("#outcome", "ANSWERED");
            see(agent, "desk-busy");
            desk.click("#hang-up");
            desk.waitForSelector("#be-ready");
            assertThat(desk.inputValue("#note"))
                    .as("what was typed outlives the end of the call")
                    .isNotEmpty();
            see(agent, "desk-after-call");
            desk.click("button[name=then][value=ready]");
            desk.waitForSelector(".notice.warn");
            see(agent, "desk-recorded");
            assertThat(inquiries.page(center.id(), true, null, 10))
                    .as("the call is on record, with the facts told")
                    .anySatisfy(i -> {
                        assertThat(i.outcome()).isEqualTo(InquiryOutcome.ANSWERED);
                        assertThat(i.factsVersion()).isEqualTo(1);
                    });

            aChat(language, agent, supervisor);
            aCallOfACampaign(language, agent);

            desk.click("#take-break");
            desk.waitForSelector("#be-ready");
            supervisor.go(center.pages() + "/board").page().waitForSelector("time[data-countdown]");
            see(supervisor, "board-break");
            supervisor.page().click("td a.button >> nth=0");
            supervisor.page().waitForSelector("#reason");
            see(supervisor, "board-seat");
            supervisor.go(center.pages() + "/drills").look("drills");
            desk.click("#check-out");
            desk.waitForSelector("#rulesAcknowledged");
        }
    }

    /** Reached by clicks, so that more than one page was loaded. */
    private static void see(Browser browser, String name) {
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }

    /** The agent sees the person first, passes one by, and calls the other. */
    private void aCallOfACampaign(String language, Browser agent) {
        String campaign = campaignOfTwo(language);
        Page desk = agent.go(center.pages() + "/desk").page();
        desk.click("#next-" + campaign);
        desk.waitForSelector("#call-person");
        see(agent, "desk-preview");
        assertThat(desk.textContent("#campaign"))
                .as("who is called, and about what, at a cleared seat")
                .contains("SM-N930A", "Owner", "+1202557");
        String first = desk.textContent("#campaign strong");
        desk.selectOption("#why-skip", "LATER");
        desk.click("#skip-person");
        desk.click("#next-" + campaign);
        desk.waitForSelector("#call-person");
        assertThat(desk.textContent("#campaign strong")).as("another person").isNotEqualTo(first);
        desk.click("#call-person");
        desk.waitForSelector("#answer");
        see(agent, "desk-campaign-rings");
        desk.click("#answer");
        desk.waitForSelector("#hang-up");
        desk.click("#hang-up");
        desk.waitForSelector("#be-ready");
        desk.selectOption("#reason", "return");
        desk.selectOption("#outcome", "ANSWERED");
        see(agent, "desk-campaign-called");
        desk.click("button[name=then][value=ready]");
        desk.waitForSelector(".notice.good");
        assertThat(inquiries.page(center.id(), true, null, 1).getFirst().recipient())
                .as("the call is an inquiry of the person who was called")
                .isNotNull();
        desk.click("#next-" + campaign);
        desk.waitForSelector(".error-summary");
        center.complete(campaign);
    }

    private String campaignOfTwo(String language) {
        UUID audience = audiences
                .create(center.id(), "Called " + language, "US", language, null, "test")
                .id();
        store.add(
                audience,
                IntStream.of(1, 2)
                        .mapToObj(i -> new NewRecipient(
                                language,
                                Daytime.somewhere(Instant.now()),
                                "US",
                                null,
                                new RecipientPhone(
                                        "+1202557%s00%d".formatted(language.equals("ja") ? "2" : "1", i),
                                        PhoneKind.MOBILE),
                                null,
                                Map.of("name", "Owner " + i),
                                Map.of(),
                                List.of(new NewRecipient.Item("SM-N930A", "R0000" + i, null, 1, Map.of()))))
                        .toList());
        return center.previewCampaign(audience);
    }

    private void aChat(String language, Browser agent, Browser supervisor) {
        Page desk = agent.page();
        UUID chat = chats.begin(center.id(), language).chat().inquiry();
        chats.say(
                center.id(),
                chat,
                Author.PERSON,
                null,
                language.equals("ja") ? "充電しても大丈夫ですか。" : "May I still charge it?");
        chats.askForAgent(center.id(), chat);
        desk.waitForSelector("#take-" + chat);
        desk.click("#take-" + chat);
        desk.waitForSelector("#text");
        desk.fill("#text", language.equals("ja") ? "いいえ、電源をお切りください。" : "No, please switch it off.");
        desk.keyboard().press("Control+Enter");
        desk.waitForSelector(".said-AGENT");
        see(agent, "desk-chat");
        supervisor.go(center.pages() + "/board/chats/" + chat).look("board-chat");
        assertThat(supervisor.page().locator(".said").count()).isEqualTo(2);
        chats.end(center.id(), chat);
        ratings.rate(center.id(), chat, ratings.ticket(chat), 5);
        desk.waitForSelector("#be-ready");
        desk.selectOption("#reason", "other");
        desk.selectOption("#outcome", "ANSWERED");
        desk.click("button[name=then][value=ready]");
        desk.waitForSelector(".notice.good");
        assertThat(inquiries.get(center.id(), chat).satisfaction()).isEqualTo(5);
        assertThat(inquiries.get(center.id(), chat).outcome()).isEqualTo(InquiryOutcome.ANSWERED);
    }
}
