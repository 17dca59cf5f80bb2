package io.tocsin.seat;

import io.quarkus.mailer.Mail;
import io.tocsin.platform.Json;
import io.tocsin.platform.MailServer;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.PublicUrl;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The mail that calls a person to a seat. Newcomers get Keycloak's link to set a password and a one-time-code device;
 * whoever has a log-in already is only told. What was sent is marked at the user, so that it is not sent again.
 */
@ApplicationScoped
class SeatInvitationDriver implements ResourceDriver {
    private final KeycloakPeople people;
    private final MailServer mails;
    private final String console;
    private final String from;

    SeatInvitationDriver(
            KeycloakPeople people,
            MailServer mails,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl console,
            @ConfigProperty(name = "tocsin.mail.from", defaultValue = "tocsin@localhost") String from) {
        this.people = people;
        this.mails = mails;
        this.console = console.base();
        this.from = from;
    }

    /** @param organization whose center it is */
    public record Spec(String email, String organization, String seatNo) {}

    @Override
    public String kind() {
        return SeatKinds.INVITATION;
    }

    @Override
    public String vendor() {
        return SeatKinds.VENDOR;
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public List<Made> find(Work work) {
        return KeycloakFailures.translated(() -> people
                .userByEmail(work.spec(Spec.class).email())
                .filter(user -> invited(user).contains(work.key().centerId().toString()))
                .map(user -> new Made(user.getId(), Json.object()))
                .stream()
                .toList());
    }

    @Override
    public Made create(Work work) {
        Spec spec = work.spec(Spec.class);
        return KeycloakFailures.translated(() -> {
            UserRepresentation user = people.userByEmail(spec.email())
                    .orElseThrow(() -> new VendorFailure.Passing(
                            Phrase.of("The person's log-in is not there yet.", "この人のログインはまだありません。"), null));
            if (user.getRequiredActions() != null && !user.getRequiredActions().isEmpty()) {
                people.sendFirstLogin(user);
            } else {
                tell(spec);
            }
            List<String> centers = new ArrayList<>(invited(user));
            centers.add(work.key().centerId().toString());
            people.setAttribute(user, KeycloakPeople.INVITED, centers);
            return new Made(user.getId(), Json.object());
        });
    }

    private void tell(Spec spec) {
        Phrase subject = Phrase.of(
                        "You have a seat (%s) in the contact center of %s", "%2$s のコンタクトセンターの席（%1$s）に割り当てられました")
                .with(spec.seatNo(), spec.organization());
        Phrase text = Phrase.of("Please log in and sign in to your seat:", "ログインして着席してください:");
        mails.send(Mail.withText(
                        spec.email(),
                        subject.en() + " / " + subject.ja(),
                        text.en() + "\n" + text.ja() + "\n\n" + console + "\n")
                .setFrom(from));
    }

    private static List<String> invited(UserRepresentation user) {
        return user.getAttributes() == null
                ? List.of()
                : user.getAttributes().getOrDefault(KeycloakPeople.INVITED, List.of());
    }

    /** An invitation that is out stays as it was sent. */
    @Override
    public Made update(Work work) {
        return work.current().orElseThrow();
    }

    /** Nothing to take back; the log-in itself ends with the seat's identity. */
    @Override
    public void delete(Work work) {
        KeycloakFailures.translated(() -> {
            people.user(work.current().orElseThrow().vendorId()).ifPresent(user -> {
                List<String> centers = new ArrayList<>(invited(user));
                centers.remove(work.key().centerId().toString());
                people.setAttribute(user, KeycloakPeople.INVITED, centers);
            });
            return null;
        });
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return List.of();
    }
}
