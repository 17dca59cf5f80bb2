package io.tocsin.telephony;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;

/** Text messages. */
@ApplicationScoped
public class Messages {
    private final TwilioAccounts accounts;

    Messages(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Sends once. Record the attempt first: after {@link VendorFailure.Unknown} the message may be on its way.
     *
     * @param statusCallbackUrl told how it fares; should carry our own key of the sending
     * @return the message's SID
     */
    public String send(Mode mode, String messagingServiceSid, String to, String body, String statusCallbackUrl) {
        return accounts.forMode(mode).call(twilio -> Message.creator(new PhoneNumber(to), messagingServiceSid, body)
                .setStatusCallback(statusCallbackUrl)
                .create(twilio)
                .getSid());
    }
}
