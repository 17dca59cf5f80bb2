package io.tocsin.telephony;

import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.VendorFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One carrier account; whatever goes wrong in a call leaves as a {@link VendorFailure}. */
public final class TwilioAccount {
    private static final int PAGE = 1000;

    private final Mode mode;
    private final String sid;
    private final String token;
    private final TwilioRestClient client;

    TwilioAccount(Mode mode, String sid, String token, TwilioRestClient client) {
        this.mode = mode;
        this.sid = sid;
        this.token = token;
        this.client = client;
    }

    public Mode mode() {
        return mode;
    }

    public String sid() {
        return sid;
    }

    /** Signs this account's webhooks; never to be shown. */
    String token() {
        return token;
    }

    <T> T call(Function<TwilioRestClient, T> operation) {
        try {
            return operation.apply(client);
        } catch (ApiException e) {
            throw VendorErrors.translate(e);
        }
    }

    /** Empty where the carrier has no such thing (any more). */
    <T> Optional<T> callIfThere(Function<TwilioRestClient, T> operation) {
        try {
            return Optional.ofNullable(operation.apply(client));
        } catch (ApiException e) {
            if (e.getStatusCode() != null && e.getStatusCode() == 404) {
                return Optional.empty();
            }
            throw VendorErrors.translate(e);
        }
    }

    /** All pages. Empty where what it is listed under does not exist (any more). */
    <T extends Resource> List<T> list(Reader<T> reader) {
        return callIfThere(twilio -> {
                    List<T> all = new ArrayList<>();
                    reader.pageSize(PAGE).read(twilio).forEach(all::add);
                    return all;
                })
                .orElse(List.of());
    }
}
