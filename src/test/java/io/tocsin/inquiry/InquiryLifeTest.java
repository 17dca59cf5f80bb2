package io.tocsin.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.Contact;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.audience.RecipientStore;
import io.tocsin.audience.Recipients;
import io.tocsin.ivr.CallLog;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An inquiry from its arrival to its record, on every channel, against the real stack. */
@TocsinTest
class InquiryLifeTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Inquiries inquiries;

    @Inject
    InquiryQueue queue;

    @Inject
    Threads threads;

    @Inject
    Chats chats;

    @Inject
    OneTimeCodes codes;

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    @Inject
    Recipients recipients;

    @Inject
    IdleChats idle;

    @Inject
    CallLog calls;

    @Inject
    Sql sql;

    private final DrillCenter center = OpenForInquiries.center();
    private final Api manager = DrillCenter.as("crisis-manager");

    @Test
    void aCallerWhoWantsToBeCalledBackIsAnInquiryThatIsDue() {
        JsonNode transcript = center.call("en", List.of("1", "2", "3", "1"));

        JsonNode inquiry = CenterWait.until("the call is an inquiry", SOON, () -> DrillCenter.stream(
                        manager.get(center.path() + "/inquiries/follow-ups?limit=200")
                                .expect(200)
                                .body())
                .filter(i -> i.path("channel").asText().equals("PHONE")
                        && i.path("callSid")
                                .asText()
                                .equals(transcript.path("id").asText()))
                .findFirst()
                .orElse(null));

        assertThat(inquiry.path("state").asText()).isEqualTo("OPEN");
        assertThat(inquiry.path("dueAt").asText()).isNotEmpty();
    }

    @Test
    void aCenterWhosePersonalDataIsDestroyedDoesNotHoldUpTheCallsOfOthers() {
        JsonNode forgotten = center.call("en", List.of("1", "2", "3", "1"));
        String sid = forgotten.path("id").asText();
        CenterWait.until(
                "the call is in the log", SOON, () -> calls.read(List.of(sid)).isEmpty() ? null : true);
        UUID destroyed = UUID.randomUUID();
        sql.update("update call set center_id = ? where sid = ?", destroyed, sid);

        assertThat(calls.read(List.of(sid)))
                .extracting(CallLog.LoggedCall::centerId, CallLog.LoggedCall::caller)
                .containsExactly(tuple(destroyed, null));
    }

    @Test
    void whatIsRecordedIsMaskedAndResolvesTheInquiry() {
        UUID id = opened("Please help me");
        String path = center.path() + "/inquiries/" + id;
        manager.post(path + "/take", null).expect(200);

        JsonNode recorded = manager.post(
                        path + "/records",
                        Map.of(
                                "reason",
                                "return",
                                "outcome",
                                "ANSWERED",
                                "note",
                                "Call her on +1 212-736-5000, her card is 4111 1111 1111 1111",
                                "factVersionTold",
                                1))
                .expect(200)
                .body();

        assertThat(recorded.path("note").asText()).doesNotContain("212", "4111").contains("[phone number]");
        assertThat(recorded.path("masked").toString()).contains("PHONE", "CARD");
        assertThat(recorded.path("inquiry").path("state").asText()).isEqualTo("RESOLVED");
        assertThat(recorded.path("inquiry").path("factsVersion").asInt()).isEqualTo(1);
    }

    @Test
    void everythingThatIsMissingInARecordIsSaidAtOnce() {
        JsonNode problem = manager.post(
                        center.path() + "/inquiries/" + opened("hello") + "/records",
                        Map.of("reason", "no such reason", "outcome", "FOLLOW_UP"))
                .expect(422)
                .body();

        assertThat(problem.path("violations").findValuesAsText("field")).contains("reason", "followUpDue");
    }

    @Test
    void onePersonHasOneThreadWhateverTheChannel() {
        NewRecipient person = People.person("Ada Fields", "+14155550199", "ada.fields@example.org");
        UUID recipient = known(person);

        Inquiries.Opened sms = inquiries.open(NewInquiry.of(center.id(), InquiryChannel.SMS, "en")
                .from(Contact.phone("+14155550199"), null)
                .saying("When does it come?")
                .done());
        Inquiries.Opened mail = inquiries.open(NewInquiry.of(center.id(), InquiryChannel.EMAIL, "en")
                .from(Contact.email("ada.fields@example.org"), null)
                .saying("Ada Fields here: when does it come?")
                .done());

        assertThat(mail.thread()).isEqualTo(sms.thread());
        Threads.Thread thread = threads.of(center.id(), sms.thread(), true).orElseThrow();
        assertThat(thread.recipient()).isEqualTo(recipient);
        assertThat(thread.inquiries()).hasSize(2);
        assertThat(thread.inquiries().getLast().body()).as("the name is known").startsWith("[name]");
        assertThat(thread.contacts()).hasSize(2);
        assertThat(threads.of(center.id(), sms.thread(), false).orElseThrow())
                .satisfies(seen -> assertThat(seen.contacts()).isEmpty())
                .satisfies(seen -> assertThat(seen.recipient()).isNull())
                .satisfies(seen -> assertThat(seen.inquiries()).isEmpty());
    }

    @Test
    void aNameOfSomebodyOnTheListIsMaskedWhoeverTypesIt() {
        known(People.person("Wendeline Okafor", "+14155550176", null));
        Chat chat = chats.begin(center.id(), "en").chat();

        chats.say(
                center.id(),
                chat.inquiry(),
                Author.PERSON,
                null,
                "I write for OKAFOR, Wendeline. Wendeline cannot type; the Okafor house is near.");

        assertThat(chats.messages(center.id(), chat.inquiry(), 0).getLast().text())
                .isEqualTo("I write for [name]. Wendeline cannot type; the Okafor house is near.");
    }

    @Test
    void aPersonProvenByCodeIsPassedOnAsATokenToSeatsWithoutClearance() {
        UUID recipient = known(People.person("Bo Rivers", "+14155550187", null));
        UUID id = opened("it is about my phone");
        String path = center.path() + "/inquiries/" + id;
        String code = codes.issue(center.id(), recipient).code();
        String wrong = code.equals("000000") ? "000001" : "000000";

        assertThat(inquiries.queue(center.id(), false, 200)).noneMatch(i -> i.id().equals(id));
        assertThat(verified(path, wrong).path("right").asBoolean()).isFalse();
        JsonNode verified = verified(path, code);
        assertThat(verified.path("right").asBoolean()).isTrue();
        assertThat(verified(path, code).path("right").asBoolean())
                .as("a code is good once")
                .isFalse();
        manager.post(path + "/pass-on", null).expect(200);

        assertThat(inquiries.queue(center.id(), false, 200))
                .filteredOn(i -> i.id().equals(id))
                .singleElement()
                .satisfies(i ->
                        assertThat(i.token()).isEqualTo(verified.path("token").asText()))
                .satisfies(i -> assertThat(i.recipient()).isNull());
    }

    @Test
    void tooManyWrongCodesEndTheTries() {
        String path = center.path() + "/inquiries/" + opened("who am I");
        for (int i = 0; i < 5; i++) {
            verified(path, "12345" + i);
        }
        manager.post(path + "/verify", Map.of("code", "123459")).expect(409);
    }

    @Test
    void anEscalatedInquiryComesFirst() {
        UUID id = opened("I will sue you");
        manager.post(center.path() + "/inquiries/" + id + "/escalate", Map.of("why", "wants a supervisor"))
                .expect(200);

        assertThat(inquiries.queue(center.id(), true, 200).getFirst().state()).isEqualTo(InquiryState.ESCALATED);
        manager.post(center.path() + "/inquiries/" + id + "/put-back", null).expect(409);
    }

    @Test
    void aChatIsTakenByOneAgentAndMaskedOnBothSides() {
        Chats.Begun begun = chats.begin(center.id(), "en");
        UUID id = begun.chat().inquiry();
        chats.askForAgent(center.id(), id);
        assertThat(chats.waiting(center.id(), false)).anyMatch(c -> c.inquiry().equals(id));
        chats.take(center.id(), id, "first@agents.example");

        assertThat(chats.say(center.id(), id, Author.PERSON, null, "my mail is x.y@example.org")
                        .kinds())
                .containsExactly("EMAIL");
        chats.say(center.id(), id, Author.AGENT, "first@agents.example", "Thank you");
        chats.takeOver(center.id(), id, "boss@agents.example");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> chats.say(center.id(), id, Author.AGENT, "first@agents.example", "still me"))
                .hasMessageContaining("chat-not-yours");
        chats.end(center.id(), id);

        assertThat(chats.messages(center.id(), id, 0))
                .extracting(Message::text)
                .containsExactly("my mail is [e-mail address]", "Thank you");
        assertThat(inquiries.get(center.id(), id).takenBy()).isEqualTo("boss@agents.example");
    }

    @Test
    void aChatWhoseVisitorHasGoneIsOverAndUntilThenTroublesNoAgent() {
        UUID left = chats.begin(center.id(), "en").chat().inquiry();
        UUID fresh = chats.begin(center.id(), "en").chat().inquiry();
        assertThat(inquiries.queue(center.id(), true, 200)).noneMatch(i -> i.id().equals(left));
        sql.update("update chat set begun_at = begun_at - interval '31 minutes' where inquiry_id = ?", left);

        idle.end();

        assertThat(chats.get(center.id(), left).state()).isEqualTo(ChatState.ENDED);
        assertThat(inquiries.get(center.id(), left).state()).isEqualTo(InquiryState.RESOLVED);
        assertThat(chats.get(center.id(), fresh).state()).isEqualTo(ChatState.BOT);
    }

    @Test
    void theFaqAnswersWithTheCentersFacts() {
        JsonNode hits = manager.get(center.path() + "/faq?q=can+i+get+my+money+back&language=en")
                .expect(200)
                .body();

        assertThat(hits.findValuesAsText("id")).contains("what-do-i-get");
        assertThat(hits.get(0).path("answer").asText()).doesNotContain("{");
    }

    @Test
    void theQueueIsReadPageByPageInTheOrderInWhichItIsToBeTaken() {
        List<UUID> own = IntStream.range(0, 7)
                .mapToObj(i -> inquiries
                        .open(NewInquiry.of(center.id(), InquiryChannel.EMAIL, "en")
                                .about("identify", i % 3, true)
                                .done())
                        .id())
                .toList();
        inquiries.escalate(center.id(), own.getLast(), null, "test");
        InquiryFilter filter = new InquiryFilter(null, "identify", InquiryChannel.EMAIL, false);

        List<Inquiry> read = new ArrayList<>();
        String after = null;
        do {
            InquiryQueue.Page page = queue.page(center.id(), true, filter, after, 2);
            read.addAll(page.inquiries());
            after = page.next();
        } while (after != null);

        assertThat(read).extracting(Inquiry::id).containsExactlyInAnyOrderElementsOf(own);
        assertThat(read.getFirst().id()).as("who is asked for first").isEqualTo(own.getLast());
        assertThat(read.subList(1, 7))
                .extracting(Inquiry::priority)
                .as("then the urgent")
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(queue.page(center.id(), false, filter, null, 10).inquiries())
                .as("for a reader without clearance")
                .isEmpty();
        assertThat(queue.page(center.id(), true, filter, "made up", 10).inquiries())
                .hasSize(7);
        inquiries.record(
                center.id(),
                own.getFirst(),
                new InquiryRecord("identify", InquiryOutcome.NOT_AFFECTED, null, null, null),
                "test");
        assertThat(queue.page(center.id(), true, filter, null, 10).inquiries()).hasSize(6);
        assertThat(queue.page(
                                center.id(),
                                true,
                                new InquiryFilter(InquiryState.RESOLVED, "identify", null, false),
                                null,
                                10)
                        .inquiries())
                .extracting(Inquiry::id)
                .contains(own.getFirst());
    }

    private JsonNode verified(String path, String code) {
        return manager.post(path + "/verify", Map.of("code", code)).expect(200).body();
    }

    private UUID opened(String text) {
        return UUID.fromString(
                manager.post(center.path() + "/inquiries", Map.of("channel", "EMAIL", "language", "en", "text", text))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText());
    }

    private UUID known(NewRecipient person) {
        UUID audience = audiences
                .create(center.id(), "list " + UUID.randomUUID(), "US", "en", null, "test")
                .id();
        store.add(audience, List.of(person));
        return recipients.byPhone(center.id(), person.phone().e164()).getLast();
    }
}
