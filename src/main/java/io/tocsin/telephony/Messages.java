package io.tocsin.telephony;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Text messages. */
@ApplicationScoped
public class Messages {
    private final TwilioAccounts accounts;

    Messages(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /** What the carrier answered. */
    public sealed interface Sent {
        /** On its way. */
        record Accepted(String sid) implements Sent {}

        /**
         * Certainly not sent.
         *
         * @param code the carrier's error number; 0 where it gave none
         * @param status HTTP status of the refusal
         */
        record Refused(int code, int status) implements Sent {}
    }

    /**
     * A message in the carrier's own list.
     *
     * @param status as the carrier writes it: {@code queued}, {@code sent}, {@code delivered}, …
     * @param errorCode 0 for none
     * @param createdAt to the second
     */
    public record Listed(String sid, String body, String status, int errorCode, Instant createdAt) {}

    /**
     * Sends once. Record the attempt first: after {@link VendorFailure.Unknown} the message may be on its way.
     *
     * @param statusCallbackUrl told how it fares; should carry our own key of the sending. Null to be
     *     told nothing
     * @throws VendorFailure where it is not certain that this message can never be sent
     */
    public Sent send(Mode mode, String messagingServiceSid, String to, String body, String statusCallbackUrl) {
        return accounts.forMode(mode).call(twilio -> {
            try {
                var message = Message.creator(new PhoneNumber(to), messagingServiceSid, body);
                if (statusCallbackUrl != null) {
                    message.setStatusCallback(statusCallbackUrl);
                }
                return new Sent.Accepted(message.create(twilio).getSid());
            } catch (ApiException e) {
                int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
                int code = e.getCode() == null ? 0 : e.getCode();
                // 429 and what is no clear answer stay failures; so do 5xx, which never come here
                if (status >= 400 && status < 500 && status != 429 && code != 20429) {
                    return new Sent.Refused(code, status);
                }
                throw e;
            }
        });
    }

    /** What the carrier's own list holds for a number from a moment on, newest first. */
    public List<Listed> sentTo(Mode mode, String to, Instant since) {
        return accounts.forMode(mode).list(Message.reader().setTo(to)).stream()
                .filter(m -> m.getDateCreated() != null
                        && !m.getDateCreated().toInstant().isBefore(since))
                .map(m -> new Listed(
                        m.getSid(),
                        m.getBody(),
                        m.getStatus().toString(),
                        m.getErrorCode() == null ? 0 : m.getErrorCode(),
                        m.getDateCreated().toInstant()))
                .toList();
    }
}
