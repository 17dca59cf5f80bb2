package io.tocsin.inquiry.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.announcement.MailAddresses;
import io.tocsin.announcement.MailFailure;
import io.tocsin.platform.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sends what {@link OutgoingMails} holds. */
@ApplicationScoped
class MailPost {
    private static final Logger LOG = Logger.getLogger(MailPost.class);
    private static final int MOST_TRIES = 12;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final MailServer mails;
    private final OutgoingMails out;
    private final Returned returned;
    private final MailConfig config;

    MailPost(MailServer mails, OutgoingMails out, Returned returned, MailConfig config) {
        this.mails = mails;
        this.out = out;
        this.returned = returned;
        this.config = config;
    }

    /** All that is due. */
    void send() {
        out.giveUpLost();
        Optional<OutgoingMails.Claimed> next = out.claim();
        while (next.isPresent()) {
            send(next.get());
            next = out.claim();
        }
    }

    private void send(OutgoingMails.Claimed mail) {
        try {
            mails.send(written(mail), config.timeout());
            out.settle(mail.id(), OutgoingMails.State.SENT);
        } catch (RuntimeException e) {
            judge(mail, e);
        }
    }

    private Mail written(OutgoingMails.Claimed claimed) {
        OutgoingMails.Words words = claimed.words();
        Mail mail = Mail.withText(words.to(), words.subject(), words.text())
                .setFrom(MailAddresses.inNameOf(words.sender(), config.from()))
                .addHeader("Message-ID", "<" + claimed.id() + "@tocsin>");
        config.address()
                .ifPresent(address -> mail.setReplyTo(
                        MailAddresses.tagged(address, MailAddresses.About.INQUIRY, claimed.inquiryId())));
        if (claimed.kind() == OutgoingMails.Kind.ACKNOWLEDGEMENT) {
            mail.addHeader("Auto-Submitted", "auto-replied").addHeader("X-Auto-Response-Suppress", "All");
        }
        if (!words.references().isEmpty()) {
            mail.addHeader("In-Reply-To", "<" + words.references().getFirst() + ">")
                    .addHeader(
                            "References",
                            words.references().reversed().stream()
                                    .map(id -> "<" + id + ">")
                                    .collect(Collectors.joining(" ")));
        }
        return mail;
    }

    private void judge(OutgoingMails.Claimed mail, RuntimeException cause) {
        MailFailure failure = MailFailure.of(cause);
        LOG.warnf("an e-mail was not sent mail=%s cause=%s failure=%s", mail.id(), cause.getClass(), failure);
        switch (failure) {
            case LATER -> later(mail);
            case REFUSED -> giveUp(mail);
            case UNKNOWN -> out.settle(mail.id(), OutgoingMails.State.UNKNOWN);
        }
    }

    private void later(OutgoingMails.Claimed mail) {
        if (mail.tries() < MOST_TRIES) {
            Duration wait = Duration.ofSeconds(5L << Math.min(mail.tries(), 10));
            out.later(mail.id(), wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        } else {
            giveUp(mail);
        }
    }

    private void giveUp(OutgoingMails.Claimed mail) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (out.settle(mail.id(), OutgoingMails.State.FAILED)) {
                returned.tell(mail);
            }
        });
    }
}
