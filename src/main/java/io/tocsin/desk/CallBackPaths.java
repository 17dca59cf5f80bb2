package io.tocsin.desk;

import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses at which the carrier asks what to do on an agent's call; the call stands in them. */
@ApplicationScoped
class CallBackPaths {
    static final String PREFIX = "/webhooks/twilio/call-back/";

    private final String baseUrl;

    CallBackPaths(@ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.baseUrl = baseUrl.base();
    }

    /** Where a call is. */
    enum Step {
        /** The agent has picked up. */
        AGENT,
        /** The person was rung. */
        PERSON,
        /** Our answer did not get through. */
        FALLBACK,
        /** The call is over. */
        STATUS;

        static Optional<Step> of(String path) {
            return Stream.of(values()).filter(step -> step.path().equals(path)).findFirst();
        }

        private String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String of(UUID centerId, UUID callBack, Step step) {
        return baseUrl + PREFIX + centerId + "/" + callBack + "/" + step.path();
    }
}
