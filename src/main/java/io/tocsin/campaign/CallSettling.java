package io.tocsin.campaign;

import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Finds out about calls of which nothing was heard: after a crash, a lost answer, a lost call-back. Never dials. */
@ApplicationScoped
class CallSettling {
    private static final Logger LOG = Logger.getLogger(CallSettling.class);

    private final Attempts attempts;
    private final CallEnds ends;
    private final Recipients recipients;
    private final LiveScripts voices;
    private final Calls calls;
    private final CampaignConfig config;
    private final Clock clock;

    CallSettling(
            Attempts attempts,
            CallEnds ends,
            Recipients recipients,
            LiveScripts voices,
            Calls calls,
            CampaignConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.ends = ends;
        this.recipients = recipients;
        this.voices = voices;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        giveUp(attempts.abandoned(CallAttempt.Kind.AUTO, now.minus(config.claimedFor())));
        giveUp(attempts.abandoned(CallAttempt.Kind.PREVIEW, now.minus(config.previewFor())));
        for (CallAttempt attempt : attempts.takeSilent(CallAttempt.State.DIALING, now.minus(config.lookUpAfter()))) {
            guarded(attempt, () -> lookUp(attempt, now));
        }
        for (CallAttempt attempt : attempts.takeSilent(CallAttempt.State.PLACED, now.minus(config.askAfter()))) {
            guarded(attempt, () -> ask(attempt));
        }
    }

    private void giveUp(List<UUID> abandoned) {
        abandoned.forEach(id -> ends.giveUp(id, CallOutcome.NOT_PLACED, "look-up"));
    }

    private static void guarded(CallAttempt attempt, Runnable look) {
        try {
            look.run();
        } catch (VendorFailure e) {
            LOG.warnf("the carrier cannot be asked about a call now attempt=%s cause=%s", attempt.id(), e.getMessage());
        }
    }

    /** The carrier never said under which id; its call list knows whether there is such a call at all. */
    private void lookUp(CallAttempt attempt, Instant now) {
        Optional<Calls.Seen> seen =
                attempt.callSid() != null ? calls.find(attempt.mode(), attempt.callSid()) : inList(attempt);
        if (seen.isPresent()) {
            attempts.placed(attempt.id(), seen.get().sid());
            endIfOver(attempt, seen.get());
        } else if (attempt.dialedAt().isBefore(now.minus(config.notPlacedAfter()))) {
            ends.end(attempt.id(), CallOutcome.NOT_PLACED, "look-up", null);
        }
    }

    private Optional<Calls.Seen> inList(CallAttempt attempt) {
        Recipient recipient = recipients.get(attempt.recipientId());
        String from = voices.voice(attempt.centerId()).map(CenterVoice::number).orElse("");
        if (recipient.phone() == null || from.isEmpty()) {
            return Optional.empty();
        }
        return calls.to(attempt.mode(), from, recipient.phone().e164(), attempt.dialedAt()).stream()
                .filter(call -> !attempts.isKnown(call.sid()))
                .findFirst();
    }

    private void ask(CallAttempt attempt) {
        Optional<Calls.Seen> seen = calls.find(attempt.mode(), attempt.callSid());
        if (seen.isEmpty()) {
            ends.end(attempt.id(), CallOutcome.FAILED, "look-up", null);
        } else {
            endIfOver(attempt, seen.get());
        }
    }

    private void endIfOver(CallAttempt attempt, Calls.Seen seen) {
        if (seen.isOver()) {
            CallOutcome answeredBy =
                    attempts.find(attempt.id()).map(CallAttempt::answeredBy).orElse(null);
            ends.end(attempt.id(), CallOutcome.of(seen.status(), answeredBy), "look-up", null);
        }
    }
}
