package io.tocsin.telephony;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Endpoint;
import com.twilio.type.PhoneNumber;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Calls that we make. */
@ApplicationScoped
public class Calls {
    private final TwilioAccounts accounts;

    Calls(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param from one of our numbers
     * @param url asked what to do once somebody has picked up
     * @param statusCallbackUrl told when it is over; should carry our own key of the attempt
     * @param ringSeconds how long it may ring
     * @param detectMachine whether {@code url} is to learn ({@code AnsweredBy}) if a machine picked up
     */
    public record Wanted(
            String from, String to, String url, String statusCallbackUrl, int ringSeconds, boolean detectMachine) {}

    /**
     * Calls once. Record the attempt first: after {@link VendorFailure.Unknown} it may be ringing.
     *
     * @return the call's SID
     */
    public String create(Mode mode, Wanted wanted) {
        return accounts.forMode(mode).call(twilio -> {
            Endpoint to = new PhoneNumber(wanted.to());
            var creator = Call.creator(to, new PhoneNumber(wanted.from()), URI.create(wanted.url()))
                    .setStatusCallback(wanted.statusCallbackUrl())
                    .setTimeout(wanted.ringSeconds());
            return (wanted.detectMachine() ? creator.setMachineDetection("Enable") : creator)
                    .create(twilio)
                    .getSid();
        });
    }

    /** Ends a call that goes on. @return false where there is none */
    public boolean end(Mode mode, String callSid) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Call.updater(callSid)
                        .setStatus(Call.UpdateStatus.COMPLETED)
                        .update(twilio))
                .isPresent();
    }
}
