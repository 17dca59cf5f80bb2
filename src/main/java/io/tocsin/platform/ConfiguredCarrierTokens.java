package io.tocsin.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Auth tokens from {@code tocsin.twilio.live.auth-token} and {@code tocsin.twilio.drill.auth-token}. */
@ApplicationScoped
class ConfiguredCarrierTokens implements CarrierTokens {
    private final String live;
    private final String drill;

    @Inject
    ConfiguredCarrierTokens(
            @ConfigProperty(name = "tocsin.twilio.live.auth-token") Optional<String> live,
            @ConfigProperty(name = "tocsin.twilio.drill.auth-token") Optional<String> drill) {
        this.live = live.orElse("");
        this.drill = drill.orElse("");
    }

    @Override
    public String authToken(Mode mode) {
        return switch (mode) {
            case LIVE -> live;
            case DRILL -> drill;
        };
    }
}
