package io.tocsin.telephony;

import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Conversations that somebody can be let into. */
@ApplicationScoped
public class Conferences {
    private final TwilioAccounts accounts;

    Conferences(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Somebody who is to hear and not to be heard.
     *
     * @param label our own key of it, by which it is found again
     * @param from one of our numbers
     * @param to telephone number or {@code sip:} address
     * @param statusCallbackUrl told when it is picked up and when it is over
     * @param ringSeconds how long it may ring
     */
    public record Listener(String label, String from, String to, String statusCallbackUrl, int ringSeconds) {}

    /**
     * @param name by which it was opened: TaskRouter takes the task's SID
     * @return SID of the conference that goes on; empty where there is none
     */
    public Optional<String> live(Mode mode, String name) {
        return accounts
                .forMode(mode)
                .list(Conference.reader().setFriendlyName(name).setStatus(Conference.Status.IN_PROGRESS))
                .stream()
                .map(Conference::getSid)
                .findFirst();
    }

    /**
     * Rings once; whoever picks up hears the conversation, silently: nobody hears them come, speak or go, and their going
     * ends nothing. Record the attempt first: after a {@link io.tocsin.provisioning.VendorFailure.Unknown} it may be ringing.
     *
     * @return the call's SID; empty where the conference is over
     */
    public Optional<String> listen(Mode mode, String conferenceSid, Listener listener) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Participant.creator(
                                conferenceSid, new PhoneNumber(listener.from()), new PhoneNumber(listener.to()))
                        .setLabel(listener.label())
                        .setMuted(true)
                        .setBeep("false")
                        .setStartConferenceOnEnter(false)
                        .setEndConferenceOnExit(false)
                        .setTimeout(listener.ringSeconds())
                        .setStatusCallback(listener.statusCallbackUrl())
                        .setStatusCallbackEvent(List.of("answered", "completed"))
                        .create(twilio))
                .map(Participant::getCallSid);
    }

    /** Call SID of who was let in under this label; empty where nobody is, or the conference is over. */
    public Optional<String> guest(Mode mode, String conferenceSid, String label) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Participant.fetcher(conferenceSid, label).fetch(twilio))
                .map(Participant::getCallSid);
    }
}
