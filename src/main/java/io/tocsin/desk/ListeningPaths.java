package io.tocsin.desk;

import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the carrier tells what became of a supervisor's telephone. */
@ApplicationScoped
class ListeningPaths {
    static final String PREFIX = "/webhooks/twilio/listening/";

    private final String baseUrl;

    ListeningPaths(@ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.baseUrl = baseUrl.base();
    }

    String of(UUID centerId, UUID listening) {
        return baseUrl + PREFIX + centerId + "/" + listening;
    }
}
