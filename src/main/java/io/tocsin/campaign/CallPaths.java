package io.tocsin.campaign;

import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses at which the carrier asks what to do on a call of ours; the attempt stands in them. */
@ApplicationScoped
class CallPaths {
    static final String PREFIX = "/webhooks/twilio/campaign/";

    private final String baseUrl;

    CallPaths(@ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.baseUrl = baseUrl.base();
    }

    String baseUrl() {
        return baseUrl;
    }

    String of(UUID attemptId, CallStep step) {
        return baseUrl + PREFIX + attemptId + "/" + step.path();
    }
}
