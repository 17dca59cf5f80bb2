package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Page;
import io.tocsin.announcement.MailAddresses;
import io.tocsin.announcement.MailAddresses.About;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.ConsoleSession;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.Stack;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people wrote: answered by agents between calls, given to them by a supervisor, or answered by the supervisor. */
@TocsinTest
class WrittenTest {
    private static DeskCenter desks;

    @Inject
    Inquiries inquiries;

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

    /** Who wrote, and what became of it. */
    private record Mail(String from, UUID inquiry) {}

    private Mail mail(String text) throws MessagingException {
        String from = "written." + UUID.randomUUID().toString().substring(0, 8) + "@people.example";
        List<UUID> before = mails();
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(from);
        mail.setSubject("Collection");
        mail.setText(text);
        var center = new InternetAddress(MailAddresses.tagged(Stack.INQUIRIES, About.CENTER, desks().id()));
        mail.setRecipients(RecipientType.TO, new InternetAddress[] {center});
        try (Transport smtp = Session.getInstance(new Properties()).getTransport("smtp")) {
            smtp.connect("127.0.0.1", TestStack.get().plan().smtpPort(), null, null);
            smtp.sendMessage(mail, mail.getAllRecipients());
        }
        return new Mail(from, CenterWait.until("the e-mail is an inquiry", SOON, () -> mails().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElse(null)));
    }

    private List<UUID> mails() {
        return inquiries.page(desks().id(), true, null, 50).stream()
                .filter(i -> i.channel() == InquiryChannel.EMAIL)
                .map(Inquiry::id)
                .toList();
    }

    private static List<String> arrivedAt(String address, String words) {
        return Stream.of(TestStack.get().mail().getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(m -> m.contains("To: " + address) && m.contains(words))
                .toList();
    }

    private static void awaitAnswer(String address, String words) {
        CenterWait.until(
                "the answer has arrived", SOON, () -> arrivedAt(address, words).isEmpty() ? null : true);
    }

    private static void see(Browser browser, String name) {
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }

    @Test
    void anAgentAnswersAnEmailBetweenCallsAndASeatWithoutClearanceSeesNoneOfIt() throws Exception {
        Mail mail = mail("When is it collected? My name is Paula Anders.");
        try (Browser cleared = Browser.open("en").logInAs(desks().agent(true));
                Browser uncleared = Browser.open("ja").logInAs(desks().agent(false))) {
            Page desk = desks().checkIn(cleared);
            desk.waitForSelector("text=/^\\s*\\d+ waits?/");
            desk.click("#written");
            see(cleared, "desk-written");
            desk.click("#open-" + mail.inquiry());
            desk.click("#take");
            desk.waitForSelector("#send");
            see(cleared, "desk-written-one");
            assertThat(desk.textContent("main"))
                    .contains("When is it collected?")
                    .doesNotContain("Paula Anders");
            desk.fill("#text", "On Monday. The driver rings.");
            desk.click("#send");
            desk.waitForSelector(".notice.good");
            desk.click("#save");
            desk.waitForSelector("text=Say how the contact ended.");
            desk.selectOption("#outcome", "ANSWERED");
            desk.click("#save");
            desk.waitForSelector("text=Recorded.");
            assertThat(desk.locator("#open-" + mail.inquiry()).count()).isZero();

            desks().checkIn(uncleared);
            uncleared.go(desks().pages() + "/desk/written").look("desk-written-nothing");
            assertThat(uncleared.page().locator("#open-" + mail.inquiry()).count())
                    .isZero();
            uncleared.go(desks().pages() + "/desk/written/" + mail.inquiry());
            assertThat(uncleared.page().textContent("main")).doesNotContain("collected");
        }
        assertThat(inquiries.get(desks().id(), mail.inquiry()).state()).isEqualTo(InquiryState.RESOLVED);
        awaitAnswer(mail.from(), "The driver rings.");
    }

    @Test
    void aSupervisorGivesAnEmailToAnAgentWhoSeesItAtTheDeskByItself() throws Exception {
        Mail mail = mail("Is mine affected?");
        try (Browser agent = Browser.open("en").logInAs(desks().agent(true));
                Browser supervisor = Browser.open("ja").logIn("supervisor")) {
            Page one = supervisor
                    .go(desks().pages() + "/inquiries/" + mail.inquiry())
                    .page();
            assertThat(one.textContent("main")).as("nobody is at work").contains("対応できる担当者が着席していません。");

            Page desk = desks().checkIn(agent);
            one.reload();
            one.selectOption("#to-in", desks().agent(true));
            see(supervisor, "inquiry-assign");
            one.click("button:has-text('割り当てる')");
            one.waitForSelector(".notice.good");
            assertThat(inquiries.get(desks().id(), mail.inquiry()).takenBy()).isEqualTo(desks().agent(true));

            desk.waitForSelector("text=/\\d+ (is|are) yours/");
            desk.click("#written");
            desk.click("#open-" + mail.inquiry());
            desk.waitForSelector("#send");
        }
    }

    @Test
    void aSupervisorsListSaysByItselfThatSomethingCame() throws Exception {
        try (Browser supervisor = Browser.open("en").logIn("supervisor")) {
            Page list =
                    supervisor.go(desks().pages() + "/inquiries?channel=EMAIL").page();
            String before = list.textContent("[data-live-part=standing] .figure b");
            Mail mail = mail("Does anybody read this?");

            list.waitForSelector("text=The list has changed since you opened it.");
            see(supervisor, "inquiries-changed");
            assertThat(list.textContent("[data-live-part=standing] .figure b")).isNotEqualTo(before);
            list.click("text=Show it as it is now");

            assertThat(list.url()).contains("channel=EMAIL");
            list.click("a[href$='" + mail.inquiry() + "']");
            list.waitForSelector("text=Does anybody read this?");
        }
    }

    @Test
    void onlyWhoIsAtWorkAndMayHaveItIsGivenAnEmail() throws Exception {
        Mail mail = mail("Who decides about my refund?");
        String path = desks().center().path() + "/inquiries/" + mail.inquiry() + "/assignment";
        desks().atWork(desks().agent(false));
        assertThat(as("supervisor").get(path).expect(200).body())
                .as("an e-mail needs a cleared seat")
                .isEmpty();
        assertThat(as("supervisor")
                        .post(path, Map.of("to", desks().agent(false)))
                        .expect(422)
                        .body()
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("to");

        desks().atWork(desks().agent(true));
        assertThat(as("supervisor").get(path).expect(200).body())
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.path("email").asText()).isEqualTo(desks().agent(true)));
        as("supervisor").post(path, Map.of("to", desks().agent(true))).expect(200);
        as("supervisor").post(path, Map.of("to", desks().agent(true))).expect(422);
        DrillCenter.person(desks().agent(true))
                .post(path, Map.of("to", desks().agent(true)))
                .expect(403);
    }

    @Test
    void aSupervisorAnswersAnEmailOnItsPageAndTheSameFormSentTwiceIsOneAnswer() throws Exception {
        Mail mail = mail("I want somebody who decides.");
        String path = desks().pages() + "/inquiries/" + mail.inquiry();
        try (Browser supervisor = Browser.open("en").logIn("supervisor")) {
            Page one = supervisor.go(path).page();
            see(supervisor, "inquiry-answer");
            String version = one.getAttribute("form[action$='/answer'] input[name=version]", "value");
            one.fill("#text-in", "I decide: you get a new one.");
            one.click("button:has-text('Send the answer')");
            one.waitForSelector("text=Your answer is on its way.");
            assertThat(one.textContent("main")).contains("I decide: you get a new one.");

            ConsoleSession.Answer again = ConsoleSession.of("supervisor@drill.example")
                    .post(path + "/answer", "version=" + version + "&text=I+decide%3A+you+get+a+new+one.");
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.body())
                    .as("nothing that was typed is lost")
                    .contains("This has changed since you read it.", "I decide: you get a new one.</textarea>");
        }
        awaitAnswer(mail.from(), "you get a new one.");
        assertThat(arrivedAt(mail.from(), "you get a new one.")).hasSize(1);
        assertThat(inquiries.get(desks().id(), mail.inquiry()).takenBy()).isEqualTo("supervisor@drill.example");
    }
}
