package io.tocsin.campaign;

import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Makes one call that was recorded before. Whatever happens, the telephone rings once at most. */
@ApplicationScoped
class Dialing {
    private static final Logger LOG = Logger.getLogger(Dialing.class);

    private final Recipients recipients;
    private final Campaigns campaigns;
    private final Attempts attempts;
    private final CallEnds ends;
    private final CallList list;
    private final LiveScripts voices;
    private final Calls calls;
    private final CallPaths paths;
    private final Clock clock;

    Dialing(
            Recipients recipients,
            Campaigns campaigns,
            Attempts attempts,
            CallEnds ends,
            CallList list,
            LiveScripts voices,
            Calls calls,
            CallPaths paths,
            Clock clock) {
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.attempts = attempts;
        this.ends = ends;
        this.list = list;
        this.voices = voices;
        this.calls = calls;
        this.paths = paths;
        this.clock = clock;
    }

    void dial(CallAttempt attempt) {
        CampaignSettings settings =
                campaigns.find(attempt.campaignId()).orElseThrow().settings();
        CenterVoice voice = voices.voice(attempt.centerId()).orElse(null);
        Recipient recipient;
        try {
            recipient = recipients.get(attempt.recipientId());
        } catch (ProblemException gone) {
            ends.giveUp(attempt.id(), CallOutcome.WITHDRAWN, "dialer");
            return;
        }
        if (recipient.phone() == null || voice == null || voice.number().isEmpty()) {
            ends.end(
                    attempt.id(),
                    recipient.phone() == null ? CallOutcome.FAILED : CallOutcome.NOT_PLACED,
                    "dialer",
                    Phrase.of("There is no number to call, or none to call from.", "発信先または発信元の番号がありません。"));
            return;
        }
        boolean inHours = list.mayBeCalled(settings, recipient.zone().getId(), recipient.country(), clock.instant());
        if (!inHours || !attempts.toDialing(attempt.id())) {
            ends.giveUp(attempt.id(), CallOutcome.WITHDRAWN, "dialer");
            return;
        }
        place(attempt, wanted(attempt, settings, voice, recipient.phone().e164()));
    }

    private Calls.Wanted wanted(CallAttempt attempt, CampaignSettings settings, CenterVoice voice, String to) {
        boolean message = settings.leaveMessage() && !attempts.hasMessage(attempt);
        return new Calls.Wanted(
                voice.number(),
                to,
                paths.of(attempt.id(), CallStep.ANSWER),
                paths.of(attempt.id(), CallStep.FALLBACK),
                paths.of(attempt.id(), CallStep.STATUS),
                settings.ringSeconds(),
                message ? Calls.Detection.AFTER_GREETING : Calls.Detection.AT_ONCE);
    }

    private void place(CallAttempt attempt, Calls.Wanted wanted) {
        try {
            String sid = calls.create(attempt.mode(), wanted);
            if (!attempts.placed(attempt.id(), sid)) {
                LOG.warnf("call was given up before the carrier answered, ending it attempt=%s", attempt.id());
                calls.end(attempt.mode(), sid);
            }
        } catch (Calls.NumberRefused e) {
            ends.end(attempt.id(), CallOutcome.FAILED, "dialer", e.reason());
        } catch (VendorFailure.Unknown e) {
            LOG.warnf("not known whether it rings; left to the call-back or the look-up attempt=%s", attempt.id());
        } catch (VendorFailure e) {
            ends.end(attempt.id(), CallOutcome.NOT_PLACED, "dialer", e.reason());
        }
    }
}
