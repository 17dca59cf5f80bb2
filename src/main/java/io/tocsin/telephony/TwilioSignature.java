package io.tocsin.telephony;

import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Whether a webhook comes from the carrier of the center's mode. A forged one, and one of the other mode, does not. */
@ApplicationScoped
public class TwilioSignature {
    private final TwilioAccounts accounts;

    TwilioSignature(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /** @param publicUrl the address as configured with the carrier, query included, never from forwarded headers */
    public boolean valid(Mode mode, String publicUrl, Map<String, String> fields, String signature) {
        return accounts.isConfigured(mode)
                && CarrierSignature.valid(accounts.forMode(mode).token(), publicUrl, fields, signature);
    }

    /** For JSON bodies, whose URL carries {@code bodySHA256}. */
    public boolean validBody(Mode mode, String publicUrl, byte[] body, String signature) {
        return accounts.isConfigured(mode)
                && CarrierSignature.validBody(accounts.forMode(mode).token(), publicUrl, body, signature);
    }

    /** As the carrier would sign, for walking our own webhooks before a center opens. */
    public String sign(Mode mode, String publicUrl, Map<String, String> fields) {
        return CarrierSignature.sign(accounts.forMode(mode).token(), publicUrl, fields);
    }
}
