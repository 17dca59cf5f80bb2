package io.tocsin.telephony;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.rest.api.v2010.account.Recording;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Voice messages that callers left. The carrier keeps them until they are deleted there. */
@ApplicationScoped
public class Recordings {
    private final TwilioAccounts accounts;

    Recordings(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What was said, as a WAV file. The SDK describes recordings but does not fetch their sound (Twilio, "Recordings
     * resource": the sound stands at the recording's address with {@code .wav}).
     *
     * @return empty where the carrier has no such recording any more
     */
    public Optional<byte[]> sound(Mode mode, String recordingSid) {
        TwilioAccount account = accounts.forMode(mode);
        return account.callIfThere(twilio -> {
            Response response = twilio.request(new Request(
                    HttpMethod.GET,
                    "api",
                    "/2010-04-01/Accounts/" + account.sid() + "/Recordings/" + recordingSid + ".wav"));
            return switch (response.getStatusCode()) {
                case 200 -> bytes(response);
                case 404 -> null;
                default ->
                    throw new VendorFailure.Passing(
                            Phrase.of(
                                            "The carrier does not give out the recording (HTTP %d)",
                                            "キャリアから録音を取得できません（HTTP %d）")
                                    .with(response.getStatusCode()),
                            null);
            };
        });
    }

    private static byte[] bytes(Response response) {
        try {
            return response.getStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gone afterwards, whether or not it was there. */
    public void delete(Mode mode, String recordingSid) {
        accounts.forMode(mode)
                .callIfThere(twilio -> Recording.deleter(recordingSid).delete(twilio));
    }
}
