package io.tocsin.ivr;

import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.CarrierTokens;
import io.tocsin.platform.Mode;
import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the carrier's requests from forged ones, over the configured public address and never a forwarded header. */
@ApplicationScoped
class WebhookGuard {
    private final CarrierTokens tokens;
    private final String baseUrl;

    WebhookGuard(CarrierTokens tokens, @ConfigProperty(name = "tocsin.public-base-url") PublicUrl publicBaseUrl) {
        this.tokens = tokens;
        this.baseUrl = publicBaseUrl.base();
    }

    /**
     * @param live null if the center is not known: then either account may sign, so that its caller is answered
     * @param uri path and query as they were requested
     */
    boolean genuine(LiveScript live, String uri, CarrierForm form, String signature) {
        String url = baseUrl + uri;
        if (live != null) {
            return CarrierSignature.valid(token(live), url, form.entries(), signature);
        }
        return CarrierSignature.valid(tokens.authToken(Mode.LIVE), url, form.entries(), signature)
                || CarrierSignature.valid(tokens.authToken(Mode.DRILL), url, form.entries(), signature);
    }

    /** Whether a genuine request carries the mark of a rehearsal. */
    boolean walks(LiveScript live, UUID centerId, CarrierForm form) {
        String mark = form.get(CarrierSignature.WALK_MARK);
        return !mark.isEmpty() && mark.equals(CarrierSignature.walkMark(token(live), centerId));
    }

    private String token(LiveScript live) {
        return tokens.authToken(live.publication().mode());
    }
}
