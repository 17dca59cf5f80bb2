package io.tocsin.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.audience.RecipientStore;
import io.tocsin.audience.Recipients;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chats;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public notice site as people without JavaScript, and one with it, meet it. */
@TocsinTest
class SiteTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3, 4, 5, 6, 7, 8};

    @Inject
    Chats chats;

    @Inject
    Sql sql;

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    @Inject
    Recipients recipients;

    private final DrillCenter center = OpenForInquiries.center();
    private final String site = "/notices/" + center.id() + "/en";
    private final Visitor visitor = new Visitor();
    private final Api manager = DrillCenter.as("crisis-manager");

    @Test
    void theNoticeLinksToPagesThatAreThereInEveryLanguageOfTheCenter() {
        List<String> languages = DrillCenter.stream(center.get("").path("languages"))
                .map(JsonNode::asText)
                .toList();
        for (String language : languages) {
            String front = "/notices/" + center.id() + "/" + language;
            String notice = visitor.get(front).body();
            for (String page : List.of("faq", "check", "contact", "chat")) {
                assertThat(notice).contains(front + "/" + page);
                HttpResponse<String> answer = visitor.get(front + "/" + page);
                assertThat(answer.statusCode()).as(front + "/" + page).isEqualTo(200);
                assertThat(answer.body())
                        .contains("<html lang=\"" + language + "\"")
                        .doesNotContainPattern("(src|href|action)=\"(https?:)?//")
                        .doesNotContain("NOT_FOUND");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .contains("default-src 'none'", "script-src 'self'");
            }
        }
    }

    @Test
    void aPageThatIsTheSameForEverybodyIsNotSentTwice() {
        HttpResponse<String> first = visitor.get(site + "/faq");
        assertThat(first.headers().firstValue("Cache-Control").orElse("")).startsWith("public");

        HttpResponse<String> again = visitor.get(
                site + "/faq",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theFaqIsSearchedInOnesOwnWordsAndRemembersWhatItDoesNotKnow() {
        assertThat(visitor.get(site + "/faq?q=do+i+get+my+money+back").body())
                .contains("Will I get a refund?", "This may be what you are looking for");

        visitor.get(site + "/faq?q=zzyzx+quuxly");

        assertThat(manager.get(center.path() + "/unknown-questions")
                        .expect(200)
                        .body()
                        .findValuesAsText("text"))
                .contains("zzyzx quuxly");
    }

    @Test
    void whoeverHasAListedSerialNumberIsTold() {
        String serial = "RF8H" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        NewRecipient owner = People.person("Serial Owner", "+14155550176", null, People.item("SM-N930", serial));
        known(owner);

        assertThat(visitor.post(site + "/check", Map.of("number", serial.toLowerCase(java.util.Locale.ROOT)))
                        .body())
                .contains("Yes, this one is affected.");
        assertThat(visitor.post(site + "/check", Map.of("number", "ZZ-0000")).body())
                .contains("We did not find this in our list.");
    }

    @Test
    void aFormBecomesAnInquiryMaskedWithItsPictureAndIsRated() {
        String mail = "form-" + UUID.randomUUID() + "@example.org";
        HttpResponse<String> answer = visitor.upload(
                site + "/contact",
                Map.of("about", "return", "phone", "", "email", mail, "text", "My card is 4111 1111 1111 1111"),
                PICTURE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Thank you. We have your message.", "masked");
        String id = hidden(answer.body(), "inquiry");
        JsonNode inquiry =
                manager.get(center.path() + "/inquiries/" + id).expect(200).body();
        assertThat(inquiry.path("channel").asText()).isEqualTo("FORM");
        assertThat(inquiry.path("reason").asText()).isEqualTo("return");
        assertThat(inquiry.path("body").asText()).isEqualTo("My card is [card number]");
        assertThat(manager.get(center.path() + "/inquiries/" + id + "/attachments")
                        .expect(200)
                        .body()
                        .get(0)
                        .path("bytes")
                        .asInt())
                .isEqualTo(PICTURE.length);

        visitor.post(site + "/rating", Map.of("inquiry", id, "ticket", hidden(answer.body(), "ticket"), "stars", "4"));
        visitor.post(site + "/rating", Map.of("inquiry", id, "ticket", "guessed", "stars", "1"));

        assertThat(manager.get(center.path() + "/inquiries/" + id)
                        .expect(200)
                        .body()
                        .path("satisfaction")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void allThatIsWrongWithAFormIsSaidAtOnceAndNothingIsKept() {
        HttpResponse<String> answer = visitor.upload(
                site + "/contact",
                Map.of("about", "question", "phone", "", "email", "", "text", ""),
                "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Give a telephone number or an e-mail address", "Write what we can do", "Send a JPEG");
        assertThat(visitor.upload(site + "/contact", Map.of("about", "question"), new byte[5_500_000])
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused() {
        assertThat(visitor.post(site + "/check", Map.of("number", "1"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theBotAnswersThenAnAgentInTheSameChatWhoseWordsComeByThemselves() throws Exception {
        visitor.post(site + "/chat", Map.of("do", "begin"));
        String answered = visitor.post(site + "/chat", Map.of("do", "say", "text", "can i have my money back"))
                .body();
        assertThat(answered).contains("can i have my money back", "Will I get a refund?");
        String asked = visitor.post(site + "/chat", Map.of("do", "agent")).body();
        assertThat(asked).contains("data-state=\"WAITING\"");
        UUID chat = chats.waiting(center.id(), false).getLast().inquiry();
        long last = chats.messages(center.id(), chat, 0).getLast().seq();

        try (Stream<String> lines = visitor.listen(site + "/chat/stream?after=" + last)) {
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() ->
                    lines.filter(l -> l.contains("How can I help?")).findFirst().orElse(""));
            chats.take(center.id(), chat, "agent@agents.example");
            chats.say(center.id(), chat, Author.AGENT, "agent@agents.example", "How can I help?");
            chats.say(center.id(), chat, Author.NOTE, "agent@agents.example", "angry");
            assertThat(heard.get(20, TimeUnit.SECONDS)).contains("\"author\":\"AGENT\"");
        }

        String page = visitor.get(site + "/chat").body();
        assertThat(page).contains("How can I help?").doesNotContain("angry");
        assertThat(visitor.post(site + "/chat", Map.of("do", "end")).body())
                .contains("This chat is over.", "Did we help you?");
        assertThat(new Visitor().get(site + "/chat").body())
                .as("another browser does not see it")
                .doesNotContain("How can I help?");
    }

    @Test
    void aPersonalLinkGivesACodeForTheAgent() {
        UUID recipient = known(People.person("Link Owner", "+14155550165", null));
        String link = recipients.get(recipient).linkCode();

        String page = visitor.post(site + "/prove", Map.of("link", "https://x.example/r/" + link))
                .body();

        Matcher code = Pattern.compile("class=\"code\">([0-9]{6})<").matcher(page);
        assertThat(code.find()).as(page).isTrue();
        assertThat(visitor.post(site + "/prove", Map.of("link", "nonsense")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aCodeComesByTextMessageToWhomWeKnowAndNobodyLearnsWhomWeKnow() {
        known(People.person("Sms Owner", "+14155550154", null));

        String known = visitor.post(site + "/prove", Map.of("contact", "+1 415-555-0154"))
                .body();
        String stranger = visitor.post(site + "/prove", Map.of("contact", "+1 415-555-0143"))
                .body();

        assertThat(known.replaceAll("value=\"[0-9a-f]{36}\"", ""))
                .isEqualTo(stranger.replaceAll("value=\"[0-9a-f]{36}\"", ""));
        String text = CenterWait.until("the message is sent", Duration.ofSeconds(20), () -> sql
                .list(
                        "select doc::text from drill.thing where kind = 'MESSAGE' and name = '+14155550154'",
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(null));
        Matcher code = Pattern.compile("code is ([0-9]{6})").matcher(text);
        assertThat(code.find()).as("a code in the message").isTrue();
        assertThat(visitor.post(site + "/prove", Map.of("secret", hidden(known, "secret"), "code", code.group(1)))
                        .body())
                .contains("Read this code to our staff:");
        assertThat(visitor.post(site + "/prove", Map.of("secret", hidden(stranger, "secret"), "code", "123456"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void beforeTheLaunchThereIsNothingAndAfterTheTeardownTheClosingPage() {
        DrillCenter other = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1));
        String faq = "/notices/" + other.id() + "/en/faq";
        assertThat(visitor.get(faq).statusCode()).isEqualTo(404);

        other.launch().awaitPhase("READY").awaitAllReady();
        CenterWait.until(
                "the site is up",
                Duration.ofSeconds(10),
                () -> visitor.get(faq).body().contains("Questions and answers") ? true : null);
        other.close();

        CenterWait.until(
                "the closing page stands there",
                Duration.ofSeconds(10),
                () -> visitor.get(faq).uri().getPath().endsWith("/en") ? true : null);
        assertThat(visitor.get(faq).statusCode()).isEqualTo(200);
        assertThat(visitor.get(faq).body()).doesNotContain("/faq");
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("no field " + name + " in: " + page);
        }
        return field.group(1);
    }

    private UUID known(NewRecipient person) {
        UUID audience = audiences
                .create(center.id(), "list " + UUID.randomUUID(), "US", "en", null, "test")
                .id();
        store.add(audience, List.of(person));
        return recipients.byPhone(center.id(), person.phone().e164()).getLast();
    }
}
