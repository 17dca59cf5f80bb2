package io.tocsin.telephony;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Carrier accounts. LIVE needs only its SID and token; DRILL is the drill carrier of this installation. */
@ConfigMapping(prefix = "tocsin.twilio")
public interface TwilioConfig {
    Live live();

    Drill drill();

    /** How long one REST call may take before its outcome counts as unknown. */
    @WithDefault("10s")
    Duration callTimeout();

    interface Account {
        Optional<String> accountSid();

        Optional<String> authToken();

        /** REST calls in flight per process. */
        @WithDefault("100")
        int maxInFlight();

        /** Address SIDs that numbers need, by country, or by country and type: {@code jp}, {@code jp-freephone}. */
        Map<String, String> addressSid();

        /** Regulatory bundle SIDs, keyed the same way. */
        Map<String, String> bundleSid();
    }

    interface Live extends Account {
        /** {@code {domain}} stands for api, taskrouter, messaging, … */
        @WithDefault("https://{domain}.twilio.com")
        String baseUrl();

        /** Ceiling over all replicas; the carrier's 429 lowers it for a while. */
        @WithDefault("30")
        double callsPerSecond();
    }

    interface Drill extends Account {
        @WithDefault("http://127.0.0.1:${quarkus.http.port}/drill-carrier/{domain}")
        String baseUrl();

        @WithDefault("500")
        double callsPerSecond();
    }
}
