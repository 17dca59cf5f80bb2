package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tocsin.audience.Recipients;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What agents do for a person beyond talking: move a case, make sure who it is, pass on, be helped by a supervisor. */
@TocsinTest
class HandlingTest {
    private static DeskCenter desks;

    @Inject
    Owners owners;

    @Inject
    Recipients recipients;

    @Inject
    Clock clock;

    /** One center serves all tests: to stand one up takes its time. */
    private static synchronized DeskCenter desks() {
        if (desks == null) {
            desks = DeskCenter.open(Map.of("profile", "small")).everybodyOut();
        }
        return desks;
    }

    @AfterEach
    void everybodyGoes() {
        desks().everybodyOut();
    }

    @AfterAll
    static void close() {
        if (desks != null) {
            desks.close();
            desks = null;
        }
    }

    private Owners.Owner owner(String name) {
        return owners.add(desks(), name, ZoneId.of("America/New_York"));
    }

    /** The state of the one case of a person. */
    private String caseState(Owners.Owner owner) {
        return as("crisis-manager")
                .get(desks().center().path() + "/recipients/" + owner.id() + "/cases")
                .expect(200)
                .body()
                .get(0)
                .path("state")
                .asText();
    }

    private void campaign(Owners.Owner owner) {
        as("crisis-manager")
                .post(
                        desks().center().path() + "/campaigns",
                        Map.of(
                                "name",
                                "collection " + owner.phone().substring(9),
                                "audience",
                                owner.audience(),
                                "settings",
                                Map.of(
                                        "dialing",
                                        "PREVIEW",
                                        "pickups",
                                        Map.of(
                                                "days",
                                                List.of(LocalDate.now(clock)
                                                        .plusDays(3)
                                                        .toString()),
                                                "windows",
                                                List.of(Map.of("from", "09:00", "until", "12:00")),
                                                "capacity",
                                                3))))
                .expect(201);
    }

    private Page answerCall(Browser browser, String from) {
        Page desk = desks().checkIn(browser);
        desks().callIn(from);
        desk.waitForSelector("#answer");
        desk.keyboard().press("a");
        desk.waitForSelector("#hang-up");
        return desk;
    }

    private static void hangUp(Page desk) {
        desk.click("#hang-up");
        desk.waitForSelector("#be-ready");
    }

    private static void see(Browser browser, String name) {
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }

    @Test
    void aCaseIsBookedForPickUpCollectedAndRemediedWithoutLeavingTheConversation() {
        Owners.Owner owner = owner("Edda Sorrel");
        campaign(owner);
        try (Browser browser = Browser.open("en").logInAs(desks().agent(true))) {
            Page desk = answerCall(browser, owner.phone());
            desk.waitForSelector("text=Edda Sorrel");
            desk.fill("#note", "asks when we come");

            desk.click("text=Book a pick-up");
            desk.waitForSelector("#case-move input[name=slot]");
            see(browser, "desk-pick-up");
            desk.click("#case-move button");
            desk.waitForSelector("#case-move .notice.good");
            desk.waitForSelector("text=Pick-up booked");
            assertThat(caseState(owner)).isEqualTo("PICKUP_BOOKED");

            desk.click("text=It has arrived");
            desk.waitForSelector("#case-move textarea");
            desk.click("#case-move button");
            desk.waitForSelector("a:has-text('Remedy is on its way')");
            desk.click("a:has-text('Remedy is on its way')");
            desk.waitForSelector("#case-move textarea");
            desk.fill("#case-move textarea", "refund");
            desk.click("#case-move button");
            desk.waitForSelector("text=Remedy sent");
            see(browser, "desk-remedy-sent");

            assertThat(caseState(owner)).isEqualTo("REMEDY_SENT");
            assertThat(desk.inputValue("#note"))
                    .as("what was typed before the case was moved")
                    .isEqualTo("asks when we come");
            hangUp(desk);
        }
    }

    @Test
    void aSeatWithoutClearanceMovesNobodysCase() {
        Owners.Owner owner = owner("Nele Quitte");
        campaign(owner);
        String caseId = as("crisis-manager")
                .get(desks().center().path() + "/recipients/" + owner.id() + "/cases")
                .body()
                .get(0)
                .path("id")
                .asText();
        try (Browser browser = Browser.open("en").logInAs(desks().agent(false))) {
            Page desk = desks().checkIn(browser);

            int status = desk.navigate(desks().pages() + "/desk/cases/" + caseId + "/PICKUP_BOOKED")
                    .status();

            assertThat(status).isEqualTo(403);
            assertThat(desk.content()).doesNotContain("Nele");
        }
    }

    @Test
    void aPersonProvesWhoTheyAreByACodeAndTheCaseGoesOnWhereNobodyLearnsIt() {
        Owners.Owner owner = owner("Runa Weidling");
        String link = recipients.get(owner.id()).linkCode();
        try (Browser cleared = Browser.open("en").logInAs(desks().agent(true));
                Browser uncleared = Browser.open("en").logInAs(desks().agent(false));
                Browser person = Browser.open("en")) {
            Page desk = answerCall(cleared, "+12025550199");
            assertThat(desk.content()).doesNotContain("Weidling");

            String code = codeOf(person, link);
            desk.click("summary:has-text('Make sure who it is')");
            desk.fill("#code", code.equals("000000") ? "000001" : "000000");
            desk.click("button:has-text('Check')");
            desk.waitForSelector(".error-summary");
            desk.fill("#code", code);
            desk.click("button:has-text('Check')");
            desk.waitForSelector(".notice.good");
            desk.waitForSelector("text=Runa Weidling");
            see(cleared, "desk-verified");

            desk.click("summary:has-text('Make sure who it is')");
            desk.click("button:has-text('Pass the verified case on')");
            String token = desk.waitForSelector("strong.mono").textContent();
            see(cleared, "desk-passed-on");

            Page other = desks().checkIn(uncleared);
            other.fill("#token", token);
            other.click("button:has-text('Show')");
            other.waitForSelector("#token-case dl");
            see(uncleared, "desk-token");
            assertThat(other.content().toLowerCase(Locale.ROOT))
                    .as("the page of a seat without clearance")
                    .doesNotContain(
                            "weidling", "runa", "lindenhof", owner.phone().substring(2));
            assertThat(DrillCenter.person(desks().agent(false))
                            .get(desks().desk() + "/tokens/" + token)
                            .expect(200)
                            .body()
                            .path("recipient")
                            .isNull())
                    .as("the case behind a token names nobody")
                    .isTrue();
            cleared.go(desks().pages() + "/desk");
            hangUp(desk);
        }
    }

    private String codeOf(Browser person, String link) {
        Page site = person.go("/notices/" + desks().id() + "/en/prove").page();
        site.fill("#link", link);
        site.click("form:has(#link) button");
        return site.waitForSelector(".code").textContent().strip();
    }

    @Test
    void aSupervisorJoinsAChatWhispersToTheAgentAndTakesItOver() {
        try (Browser agent = Browser.open("en").logInAs(desks().agent(false));
                Browser supervisor = Browser.open("en").logIn("supervisor");
                Browser person = Browser.open("en")) {
            Page visit = person.go("/notices/" + desks().id() + "/en/chat").page();
            visit.click("button[value=begin]");
            visit.fill("#text", "I want somebody who decides.");
            visit.click("button[value=say]");
            visit.waitForSelector("#talk li >> nth=1");
            visit.click("button[value=agent]");
            Page desk = desks().checkIn(agent);
            desk.click("button:has-text('Take')");
            desk.fill("#text", "How can I help?");
            desk.keyboard().press("Control+Enter");
            visit.waitForSelector("text=How can I help?");

            Page board = supervisor.go(desks().pages() + "/board").page();
            board.click("a:has-text('Join')");
            board.fill("#text", "Offer a replacement.");
            board.click("button:has-text('Send')");
            desk.waitForSelector("text=Offer a replacement.");
            see(agent, "desk-whisper");
            board.click("button:has-text('Take the chat over')");
            board.waitForSelector("button:has-text('End the chat')");
            board.fill("#text", "I decide: you get a new one.");
            board.click("button:has-text('Send')");
            visit.waitForSelector("text=I decide: you get a new one.");
            see(supervisor, "board-chat-taken-over");

            assertThat(visit.content()).as("what colleagues tell each other").doesNotContain("Offer a replacement.");
            desk.waitForSelector("#be-ready");
            board.click("button:has-text('End the chat')");
            board.waitForSelector("text=not with an agent any more");
        }
    }
}
