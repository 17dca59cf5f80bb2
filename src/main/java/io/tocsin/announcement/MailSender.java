package io.tocsin.announcement;

import io.quarkus.mailer.Mail;
import io.tocsin.audience.PersonalLinks;
import io.tocsin.audience.Recipient;
import io.tocsin.platform.MailServer;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Announcements by e-mail: text and HTML, with one-click unsubscription (RFC 8058). */
@ApplicationScoped
class MailSender {
    /** Certainly not sent, and may work later. */
    static final Outcome LATER = new Outcome.NotDone(new UUID(0, 0), null);

    private final MailServer mails;
    private final PersonalLinks links;
    private final AnnouncementConfig.Mail config;

    MailSender(MailServer mails, PersonalLinks links, AnnouncementConfig config) {
        this.mails = mails;
        this.links = links;
        this.config = config.mail();
    }

    /** Known before it is sent: a bounce tells it back, and receivers drop a second one of the same name. */
    static String messageId(UUID deliveryId) {
        return "<" + deliveryId + "@tocsin>";
    }

    /**
     * To somebody of the list. A drill's mail ends here, sent for all that the drill can tell, unless the mail server is
     * one for rehearsals.
     *
     * @return {@link #LATER} where it should be tried again
     */
    Outcome send(Announcement a, Claim claim, Recipient recipient, Message message) {
        return goesOut(a.mode(), config)
                ? handOver(a, claim, recipient, message)
                : new Outcome.Sent(claim.deliveryId(), messageId(claim.deliveryId()), 0);
    }

    static boolean goesOut(Mode mode, AnnouncementConfig.Mail config) {
        return switch (mode) {
            case LIVE -> true;
            case DRILL -> config.takesDrills();
        };
    }

    /** To staff, who see what a drill's mails look like, too. */
    Outcome sendToStaff(Announcement a, Claim claim, Recipient reader, Message message) {
        return handOver(a, claim, reader, message);
    }

    private Outcome handOver(Announcement a, Claim claim, Recipient recipient, Message message) {
        String unsubscribe = links.unsubscribe(recipient).toString();
        Mail mail = Mail.withText(recipient.email(), message.subject(), message.body())
                .setHtml(MailHtml.of(message, unsubscribe))
                .setFrom(MailAddresses.inNameOf(message.organization(), config.from()))
                .addHeader("Message-ID", messageId(claim.deliveryId()))
                .addHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Tocsin-Announcement", a.id().toString());
        config.replyTo()
                .ifPresent(to ->
                        mail.setReplyTo(MailAddresses.tagged(to, MailAddresses.About.DELIVERY, claim.deliveryId())));
        try {
            mails.send(mail, config.timeout());
            return new Outcome.Sent(claim.deliveryId(), messageId(claim.deliveryId()), 0);
        } catch (RuntimeException e) {
            return failed(claim, e);
        }
    }

    private static Outcome failed(Claim claim, RuntimeException failure) {
        return switch (MailFailure.of(failure)) {
            case LATER -> LATER;
            case REFUSED -> new Outcome.Failed(claim.deliveryId(), Reasons.MAIL_REFUSED);
            case UNKNOWN -> new Outcome.Unknown(claim.deliveryId(), Reasons.NO_ANSWER);
        };
    }
}
