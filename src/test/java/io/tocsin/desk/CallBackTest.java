package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.tocsin.audience.Contact;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.inquiry.NewInquiry;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.Axe;
import io.tocsin.stack.Browser;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Daytime;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who wait for a call are called from the desk, by the real webhooks of the drill carrier. */
@TocsinTest
class CallBackTest {
    private static DeskCenter desks;

    @Inject
    Owners owners;

    @Inject
    Inquiries inquiries;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

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

    private UUID waitsForACall(ZoneId zone, Map<String, ?> phone) {
        String number = owners.add(desks(), "Caller Somebody", zone).phone();
        as("crisis-manager")
                .put("/api/drill/phones/" + number.replace("+", "%2B"), phone)
                .expect(200);
        return inquiries
                .open(NewInquiry.of(desks().id(), InquiryChannel.FORM, "en")
                        .from(Contact.phone(number), null)
                        .saying("Please call me.")
                        .due(clock.instant().plus(Duration.ofHours(1)))
                        .done())
                .id();
    }

    private ZoneId daytime() {
        return Daytime.somewhere(clock.instant());
    }

    private List<String> journaled(UUID inquiry) {
        return sql.list(
                "select j.action from call_journal j join desk_call_back b on b.call_sid = j.call_sid"
                        + " where b.inquiry_id = ? order by j.id",
                row -> row.getString(1),
                inquiry);
    }

    @Test
    void theAgentsTelephoneRingsThenThePersonsAndWhatWasSaidIsRecordedWhereTheyAsked() {
        UUID inquiry = waitsForACall(daytime(), Map.of());
        try (Browser agent = Browser.open("en").logInAs(desks().agent(true))) {
            Page desk = desks().checkIn(agent);
            desk.waitForSelector("#call-" + inquiry);
            see(agent, "desk-call-back-list");

            desk.click("#call-" + inquiry);
            desk.waitForSelector("text=Calling back: your telephone rings first");
            desk.click("#answer");
            desk.waitForSelector("#hang-up");
            see(agent, "desk-call-back");
            CenterWait.until(
                    "the person's telephone rings too",
                    SOON,
                    () -> journaled(inquiry).contains("call-back-agent") ? true : null);
            desk.click("#hang-up");
            desk.waitForSelector("#be-ready");
            desk.waitForSelector("text=Reached");
            desk.selectOption("#reason", "other");
            desk.selectOption("#outcome", "ANSWERED");
            desk.click("button[name=then][value=ready]");
            desk.waitForSelector(".notice.good");
            assertThat(desk.locator("#call-" + inquiry).count())
                    .as("who was answered waits no more")
                    .isZero();
        }
        assertThat(inquiries.get(desks().id(), inquiry).state()).isEqualTo(InquiryState.RESOLVED);
        CenterWait.until(
                "the call is journaled", SOON, () -> journaled(inquiry).contains("call-back-over") ? true : null);
        assertThat(journaled(inquiry)).containsExactly("call-back-agent", "call-back-reached", "call-back-over");
    }

    private static void see(Browser browser, String name) {
        browser.shoot(name);
        Axe.check(browser.page(), name);
    }

    @Test
    void whoDoesNotAnswerIsCalledAgainAtTheTimeThatTheAgentChooses() {
        UUID inquiry = waitsForACall(daytime(), Map.of("answers", false));
        Api agent = desks().atWork(desks().agent(true));

        agent.post(desks().desk() + "/call-backs/" + inquiry + "/call", null).expect(200);
        assertThat(agent.post(desks().desk() + "/call-backs/" + inquiry + "/call", null)
                        .status())
                .as("a second click")
                .isEqualTo(409);
        answer(agent);
        desks().awaitState(agent, "AFTER_CALL");
        agent.post(
                        desks().desk() + "/contact/record",
                        Map.of(
                                "reason",
                                "other",
                                "outcome",
                                "FOLLOW_UP",
                                "followUpDue",
                                clock.instant().plus(Duration.ofHours(4)).toString()))
                .expect(200);

        JsonNode waiting = stream(
                        agent.get(desks().desk() + "/call-backs").expect(200).body())
                .filter(w -> w.path("inquiry").path("id").asText().equals(inquiry.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.path("tries").asInt()).isEqualTo(1);
        assertThat(waiting.path("last").path("en").asText()).isEqualTo("Nobody answered");
        Inquiry then = inquiries.get(desks().id(), inquiry);
        assertThat(then.state()).isEqualTo(InquiryState.WAITING);
        assertThat(then.dueAt()).isAfter(clock.instant().plus(Duration.ofHours(3)));
    }

    private void answer(Api agent) {
        CenterWait.until(
                "the agent's telephone rings",
                SOON,
                () -> agent.post(desks().desk() + "/phone/answer", null).status() == 200 ? true : null);
    }

    @Test
    void anAgentWhoDoesNotPickUpIsTheirOwnAgainAndNobodyElseWasRung() {
        UUID inquiry = waitsForACall(daytime(), Map.of());
        Api agent = desks().atWork(desks().agent(true));
        agent.post(desks().desk() + "/call-backs/" + inquiry + "/call", null).expect(200);

        desks().awaitState(agent, "AFTER_CALL");

        assertThat(journaled(inquiry)).doesNotContain("call-back-agent");
        assertThat(sql.list(
                        "select outcome from desk_call_back where inquiry_id = ?", row -> row.getString(1), inquiry))
                .containsExactly("AGENT_AWAY");
    }

    @Test
    void nobodyIsCalledAtNightNorByASeatThatMayNotKnowThem() {
        int night = Math.floorMod(2 - clock.instant().atZone(ZoneOffset.UTC).getHour(), 24);
        ZoneId sleeping = ZoneId.of("Etc/GMT" + (night <= 12 ? "-" + night : "+" + (24 - night)));
        UUID inquiry = waitsForACall(zoneLike(sleeping), Map.of());
        Api cleared = desks().atWork(desks().agent(true));
        Api uncleared = desks().atWork(desks().agent(false));

        JsonNode refused = cleared.post(desks().desk() + "/call-backs/" + inquiry + "/call", null)
                .expect(409)
                .body();

        assertThat(refused.path("type").asText()).endsWith("calling-hours");
        assertThat(refused.path("detail").asText()).contains("Call from");
        assertThat(uncleared
                        .post(desks().desk() + "/call-backs/" + inquiry + "/call", null)
                        .status())
                .isEqualTo(404);
        assertThat(desks().state(cleared)).isEqualTo("READY");
        DrillCenter.person(desks().agent(true)).post(desks().desk() + "/check-out", null);
    }

    /** A place where people live, with this time. */
    private ZoneId zoneLike(ZoneId offset) {
        ZoneOffset wanted = offset.getRules().getOffset(clock.instant());
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(America|Europe|Asia|Pacific|Australia|Africa)/.+"))
                .map(ZoneId::of)
                .filter(zone -> zone.getRules().getOffset(clock.instant()).equals(wanted))
                .min((a, b) -> a.getId().compareTo(b.getId()))
                .orElseThrow();
    }
}
