package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.RecipientPhone;
import io.tocsin.audience.RecipientStore;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chats;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.Browser;
import io.tocsin.stack.Daytime;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A seat without clearance learns nothing of who somebody is: every endpoint below a center that an agent may ask, asked
 * while a known person is on the line and in a chat, answers without the person's name, number, address or e-mail.
 */
@TocsinTest
class ClearanceTest {
    private static final String PHONE = "+12025550164";
    private static final List<String> PERSON =
            List.of("Ottilie", "Brandeis", "2025550164", "202-555-0164", "Lindenhof", "ottilie.brandeis");

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    @Inject
    Chats chats;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private DeskCenter desks;
    private DrillCenter center;
    private String desk;
    private UUID audience;
    private UUID recipient;

    @BeforeEach
    void aKnownPerson() {
        desks = DeskCenter.open(Map.of("profile", "small"));
        center = desks.center();
        desk = desks.desk();
        audience = audiences
                .create(center.id(), "buyers", "US", "en", null, "test")
                .id();
        recipient = store.add(
                        audience,
                        List.of(new NewRecipient(
                                "en",
                                Daytime.somewhere(clock.instant()),
                                "US",
                                null,
                                new RecipientPhone(PHONE, PhoneKind.MOBILE),
                                "ottilie.brandeis@example.net",
                                Map.of("name", "Ottilie Brandeis", "address", "17 Lindenhof Lane"),
                                Map.of(),
                                List.of(new NewRecipient.Item("SM-N930", "R164", null, 1, Map.of())))))
                .getFirst();
    }

    @AfterEach
    void close() {
        desks.close();
    }

    /** Only this agent is left at work; the known person calls, and is answered. */
    private Api onTheLine(String email) {
        Api agent = desks.everybodyOut().atWork(email);
        desks.callIn(PHONE);
        desks.awaitState(agent, "OFFERED");
        agent.post(desk + "/phone/answer", null).expect(200);
        desks.awaitState(agent, "BUSY");
        return agent;
    }

    @Test
    void aSeatWithoutClearanceLearnsNothingOfWhoSomebodyIsAndAClearedOneDoes() {
        String uncleared = desks.agent(false);
        Api agent = onTheLine(uncleared);
        agent.post(desk + "/contact/record", record("Ottilie Brandeis, +1 202-555-0164, wants her money"))
                .expect(200);
        String inquiry =
                agent.get(desk + "/contact").expect(200).body().path("inquiry").asText();
        List<String> leaks = new ArrayList<>();
        everythingAnAgentMayAsk(agent, inquiry, leaks);
        page(uncleared, leaks);
        agent.post(desk + "/phone/hang-up", null).expect(200);
        desks.awaitState(agent, "AFTER_CALL");
        chat(agent);
        everythingAnAgentMayAsk(agent, inquiry, leaks);
        page(uncleared, leaks);
        String said = center.path() + "/voicemails/" + voiceMessage();
        assertThat(agent.get(said).status()).as("what a caller said").isEqualTo(404);
        agent.post(desk + "/contact/end", null).expect(200);
        agent.post(desk + "/check-out", null).expect(200);
        assertThat(leaks)
                .as("answers to a seat without clearance that tell who it is")
                .isEmpty();

        Api cleared = onTheLine(desks.agent(true));
        cleared.get(said).expect(200);
        JsonNode contact = cleared.get(desk + "/contact").expect(200).body();
        assertThat(contact.path("known").path("people").get(0).path("name").asText())
                .isEqualTo("Ottilie Brandeis");
        cleared.post(desk + "/phone/hang-up", null).expect(200);
        desks.awaitState(cleared, "AFTER_CALL");
    }

    @Test
    void aSeatWithoutClearanceCallsSomebodyOfACampaignWithoutLearningWhoItIs() {
        String campaign = desks.previewCampaign(audience);
        String uncleared = desks.everybodyOut().agent(false);
        List<String> leaks = new ArrayList<>();
        try (Browser browser = Browser.open("en").logInAs(uncleared)) {
            Page page = desks.checkIn(browser);
            page.click("#next-" + campaign);
            page.waitForSelector("#call-person");
            assertThat(page.textContent("#campaign")).contains("not cleared", "SM-N930");
            find("preview", page.content(), leaks);
            page.click("#call-person");
            page.waitForSelector("#answer");
            find("ringing", page.content(), leaks);
            page.click("#answer");
            page.waitForSelector("#hang-up");
            find("call", page.content(), leaks);
            page.click("#hang-up");
            page.waitForSelector("#be-ready");
            find("after the call", page.content(), leaks);
        }
        assertThat(leaks)
                .as("pages to a seat without clearance that tell who is called")
                .isEmpty();
    }

    /** As if somebody had spoken after the tone; the carrier keeps the sound. */
    private UUID voiceMessage() {
        UUID id = UUID.randomUUID();
        String recording = "RE" + id.toString().replace("-", "");
        sql.update(
                "insert into voicemail (id, center_id, call_sid, language, recording_sid, seconds, left_at)"
                        + " values (?, ?, 'CAclearance', 'en', ?, 3, now())",
                id,
                center.id(),
                recording);
        sql.update(
                "insert into drill.thing (sid, kind, parent, name, state, priority, doc, created_at)"
                        + " values (?, 'RECORDING', '', '', 'completed', 0, '{\"duration\": \"3\"}', now())",
                recording);
        return id;
    }

    private static Map<String, Object> record(String note) {
        return Map.of("reason", "general", "outcome", "ANSWERED", "note", note, "factVersionTold", 1);
    }

    private void chat(Api agent) {
        UUID chat = chats.begin(center.id(), "en").chat().inquiry();
        chats.say(
                center.id(),
                chat,
                Author.PERSON,
                null,
                "Write to ottilie.brandeis@example.net or call 202-555-0164. Is mine affected?");
        chats.askForAgent(center.id(), chat);
        agent.post(desk + "/chats/" + chat + "/take", null).expect(200);
        assertThat(agent.get(desk + "/contact/messages").expect(200).body()).hasSize(1);
    }

    /** Every GET below a center that the table of rights gives to agents, with whatever ids there are. */
    private void everythingAnAgentMayAsk(Api agent, String inquiry, List<String> leaks) {
        TreeSet<String> asked = new TreeSet<>();
        Api documents = new Api(TestStack.get().plan().appUrl(), null);
        JsonNode paths =
                documents.get("/api/openapi?format=json").expect(200).body().path("paths");
        paths.fields().forEachRemaining(path -> {
            if (path.getKey().startsWith("/api/centers/{centerId}")
                    && path.getValue().has("get")
                    && !path.getKey().endsWith("/stream")) {
                asked.add(path.getKey());
            }
        });
        assertThat(asked).as("paths of the document").contains("/api/centers/{centerId}/desk/contact");
        String thread = agent.get(center.path() + "/inquiries/" + inquiry)
                .body()
                .path("thread")
                .asText("");
        for (String path : asked) {
            String target = path.replace("{centerId}", center.id().toString())
                    .replace("{inquiryId}", inquiry)
                    .replace("{threadId}", thread.isEmpty() ? inquiry : thread)
                    .replace("{recipientId}", recipient.toString())
                    .replaceAll("\\{[^}]+}", inquiry);
            look(path, agent.get(target), leaks);
            if (path.endsWith("/faq")) {
                look(path, agent.get(target + "?q=Ottilie%20Brandeis&language=en"), leaks);
            }
        }
    }

    private static void look(String path, Api.Answer answer, List<String> leaks) {
        find(path + " " + answer.status(), answer.body().toString(), leaks);
    }

    private void page(String email, List<String> leaks) {
        try (Browser browser = Browser.open("en").logInAs(email)) {
            browser.go("/console/centers/" + center.id() + "/desk").page().waitForSelector("#record");
            find("page of the desk", browser.page().content(), leaks);
        }
    }

    private static void find(String where, String text, List<String> leaks) {
        String lower = text.toLowerCase(Locale.ROOT);
        PERSON.stream()
                .filter(word -> lower.contains(word.toLowerCase(Locale.ROOT)))
                .forEach(word -> leaks.add(where + " tells '" + word + "'"));
    }
}
