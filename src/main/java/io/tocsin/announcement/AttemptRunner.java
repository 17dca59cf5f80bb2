package io.tocsin.announcement;

import io.tocsin.audience.Recipient;
import io.tocsin.platform.ProblemException;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes one attempt: renders, asks the gate a last time, sends, and says how it ended. */
@ApplicationScoped
class AttemptRunner {
    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);

    private final TextsOfAnnouncements texts;
    private final SmsSender sms;
    private final MailSender mail;
    private final SendGate gate;
    private final Attempts attempts;
    private final Event<AccountTrouble> trouble;
    private final AnnouncementConfig config;
    private final Clock clock;

    AttemptRunner(
            TextsOfAnnouncements texts,
            SmsSender sms,
            MailSender mail,
            SendGate gate,
            Attempts attempts,
            Event<AccountTrouble> trouble,
            AnnouncementConfig config,
            Clock clock) {
        this.texts = texts;
        this.sms = sms;
        this.mail = mail;
        this.gate = gate;
        this.attempts = attempts;
        this.trouble = trouble;
        this.config = config;
        this.clock = clock;
    }

    /** Fired when the carrier refuses for a reason that concerns all messages of an announcement. */
    record AccountTrouble(Announcement announcement, int code) {}

    /** @param recipient null where the recipient is gone */
    void run(Announcement a, Claim claim, Recipient recipient) {
        try {
            attempt(a, claim, recipient).ifPresentOrElse(attempts::end, () -> attempts.abandon(claim));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            attempts.abandon(claim);
        } catch (RuntimeException e) {
            // before the message left: what happens while it leaves is caught where it leaves
            LOG.warnf("a message waits announcement=%s cause=%s", a.id(), e.getMessage());
            attempts.end(notDone(claim, true));
        }
    }

    private Optional<Outcome> attempt(Announcement a, Claim claim, Recipient recipient) throws InterruptedException {
        Message message;
        try {
            if (recipient == null) {
                return Optional.of(new Outcome.Failed(claim.deliveryId(), Reasons.NO_CONTACT));
            }
            message = texts.of(a.centerId(), a.notice(), a.factsVersion()).render(claim.channel(), recipient);
        } catch (UnsendableException e) {
            LOG.warnf(
                    "a message cannot be written announcement=%s delivery=%s cause=%s",
                    a.id(), claim.deliveryId(), e.getMessage());
            return Optional.of(new Outcome.Failed(claim.deliveryId(), Reasons.TEMPLATE));
        }
        return switch (claim.channel()) {
            case SMS -> text(a, claim, recipient, message);
            case EMAIL -> mail(a, claim, recipient, message);
            case LETTER, WEB, PRESS, SOCIAL -> Optional.of(new Outcome.Failed(claim.deliveryId(), Reasons.NO_CONTACT));
        };
    }

    private Optional<Outcome> text(Announcement a, Claim claim, Recipient recipient, Message message)
            throws InterruptedException {
        if (recipient.phone() == null) {
            return Optional.of(new Outcome.Failed(claim.deliveryId(), Reasons.NO_CONTACT));
        }
        sms.await(a.mode());
        if (!attempts.mayBegin(claim)) {
            return Optional.empty();
        }
        Optional<Outcome> stopped = stopped(a, claim);
        if (stopped.isPresent()) {
            return stopped;
        }
        try {
            return Optional.of(
                    switch (sms.send(
                            a.mode(),
                            a.centerId(),
                            claim.deliveryId(),
                            recipient.phone().e164(),
                            message.body())) {
                        case Messages.Sent.Accepted accepted ->
                            new Outcome.Sent(
                                    claim.deliveryId(),
                                    accepted.sid(),
                                    message.segments().segments());
                        case Messages.Sent.Refused refused -> refused(a, claim, refused);
                    });
        } catch (VendorFailure e) {
            return Optional.of(failure(claim, e));
        } catch (ProblemException e) {
            return Optional.of(notDone(claim, true));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a message's fate is unknown delivery=%s", claim.deliveryId());
            return Optional.of(new Outcome.Unknown(claim.deliveryId(), Reasons.NO_ANSWER));
        }
    }

    private Optional<Outcome> mail(Announcement a, Claim claim, Recipient recipient, Message message)
            throws InterruptedException {
        if (recipient.email() == null) {
            return Optional.of(new Outcome.Failed(claim.deliveryId(), Reasons.NO_CONTACT));
        }
        if (!attempts.mayBegin(claim)) {
            return Optional.empty();
        }
        Optional<Outcome> stopped = stopped(a, claim);
        return stopped.isPresent()
                ? stopped
                : Optional.of(mail.send(a, claim, recipient, message))
                        .map(o -> o == MailSender.LATER ? notDone(claim, true) : o);
    }

    /** The last look before a message leaves. */
    private Optional<Outcome> stopped(Announcement a, Claim claim) {
        if (gate.hasOptedOut(claim.recipientId())) {
            return Optional.of(new Outcome.Suppressed(claim.deliveryId()));
        }
        return gate.isOpen(a.id()) ? Optional.empty() : Optional.of(notDone(claim, false));
    }

    private Outcome refused(Announcement a, Claim claim, Messages.Sent.Refused refused) {
        if (Reasons.concernsAll(refused.code(), refused.status())) {
            trouble.fire(new AccountTrouble(a, refused.code()));
            return notDone(claim, true);
        }
        return new Outcome.Failed(
                claim.deliveryId(), Integer.toString(refused.code() == 0 ? refused.status() : refused.code()));
    }

    private Outcome failure(Claim claim, VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.Unknown unknown -> new Outcome.Unknown(claim.deliveryId(), Reasons.NO_ANSWER);
            case VendorFailure.Throttled throttled -> notDone(claim, true);
            case VendorFailure.Passing passing -> notDone(claim, true);
            case VendorFailure.NeedsPerson needsPerson -> notDone(claim, true);
        };
    }

    private Outcome notDone(Claim claim, boolean wait) {
        Instant notBefore = wait ? clock.instant().plus(backOff(claim.attempts())) : null;
        return new Outcome.NotDone(claim.deliveryId(), notBefore);
    }

    Duration backOff(int attempts) {
        Duration wait = config.firstRetry().multipliedBy(1L << Math.clamp(attempts - 1, 0, 10));
        return wait.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : wait;
    }
}
