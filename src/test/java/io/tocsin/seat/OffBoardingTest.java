package io.tocsin.seat;

import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People come with an invitation, and go at once and entirely, but not from where they still work. */
@TocsinTest
class OffBoardingTest {
    private static final String EMAIL = "newcomer@people.example";
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @Inject
    KeycloakPeople keycloak;

    /** The only person there is, so that every center must take this one. */
    @BeforeEach
    void onlyOnePersonOnTheRoster() {
        Api ops = as("ops");
        stream(ops.get("/api/roster").expect(200).body())
                .forEach(p -> ops.delete("/api/roster/" + p.path("id").asText()).expect(204));
        ops.put(
                        "/api/roster",
                        Map.of(
                                "name", "New Comer",
                                "email", EMAIL,
                                "ring", "+12025550188",
                                "languages", "en",
                                "skills", "recall",
                                "trainedFor", "product-recall"))
                .expect(200);
    }

    private static DrillCenter launched() {
        return DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitAllReady();
    }

    @Test
    void aNewcomerIsInvitedByMailAndLosesAccessWithTheLastCenterOnly() throws Exception {
        DrillCenter first = launched();

        var user = keycloak.userByEmail(EMAIL).orElseThrow();
        assertThat(user.getRequiredActions()).containsExactlyInAnyOrder("UPDATE_PASSWORD", "CONFIGURE_TOTP");
        assertThat(keycloak.centerGroups(user.getId())).containsExactly(KeycloakPeople.groupPath(first.id()));
        assertThat(mails()).as("Keycloak's mail with the link").anyMatch(m -> m.contains("/login-actions/"));

        first.signIn();
        DrillCenter second = launched();
        assertThat(second.agents()).containsExactly(EMAIL);
        assertThat(mails()).as("the second time only told").anyMatch(m -> m.contains("You have a seat"));
        Api newcomer = DrillCenter.person(EMAIL);
        newcomer.get(first.path()).expect(200);
        newcomer.get(second.path()).expect(200);

        first.close();
        assertThat(newcomer.get(first.path()).status())
                .as("the token is still good, the center is not")
                .isEqualTo(404);
        newcomer.get(second.path()).expect(200);
        newcomer.post(second.path() + "/desk/check-in", Map.of("rulesAcknowledged", true))
                .expect(200);
        assertThat(keycloak.centerGroups(user.getId())).containsExactly(KeycloakPeople.groupPath(second.id()));

        as("ops").post(second.path() + "/evidence", null).expect(201);
        as("ops").edit("POST", second.path(), second.path() + "/teardown", null).expect(202);
        assertThat(newcomer.get(second.path()).status())
                .as("out from the moment of the teardown")
                .isEqualTo(404);
        assertThat(newcomer.get("/api/centers").expect(200).body().path("centers"))
                .isEmpty();
        await("the log-in is gone").atMost(SECONDS).until(() -> keycloak.userByEmail(EMAIL)
                .isEmpty());
        second.awaitPhase("CLOSED");
    }

    @Test
    void whoeverIsTakenInElsewhereAtTheVeryMomentOfATeardownHasTheNewCenter() {
        DrillCenter ending = launched();
        DrillCenter beginning = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1));

        CompletableFuture<Void> end = CompletableFuture.runAsync(ending::close);
        beginning.launch().awaitAllReady();
        end.join();

        var user = keycloak.userByEmail(EMAIL).orElseThrow();
        assertThat(keycloak.centerGroups(user.getId())).containsExactly(KeycloakPeople.groupPath(beginning.id()));
        assertThat(beginning.close().path("verdict").path("en").asText()).isEqualTo("Nothing is left.");
    }

    private static List<String> mails() {
        return Stream.of(TestStack.get().mail().getReceivedMessages())
                .filter(OffBoardingTest::isForNewcomer)
                .map(OffBoardingTest::text)
                .toList();
    }

    private static boolean isForNewcomer(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(EMAIL);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + com.icegreen.greenmail.util.GreenMailUtil.getBody(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
