package io.tocsin.drill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the drill carrier behaves until told otherwise at {@code PUT /api/drill/carrier/behaviour}. */
@ConfigMapping(prefix = "tocsin.drill")
public interface DrillConfig {
    /** Stands for credentials that nobody configured; opens nothing. */
    String NONE = "none";

    /** The one account that the drill carrier knows: by default that of {@code tocsin.twilio.drill}. */
    @WithDefault("${tocsin.twilio.drill.account-sid:none}")
    String accountSid();

    @WithDefault("${tocsin.twilio.drill.auth-token:none}")
    String authToken();

    /** How much faster than life time passes in calls: 20 makes a five-second pause take a quarter of a second. */
    @WithDefault("20")
    double speed();

    /** Time that the carrier takes for each REST call. */
    @WithDefault("0")
    int latencyMs();

    /** REST calls per second before the carrier answers 429. */
    @WithDefault("1000")
    int callsPerSecond();

    /** REST calls at once before the carrier answers 429. */
    @WithDefault("100")
    int concurrency();

    /** How long a webhook of ours may take before the carrier gives up; Twilio's own limit is 15 seconds. */
    @WithDefault("15s")
    Duration webhookTimeout();

    /** Real time that a worker's reservation lasts; Twilio's default is 120 seconds. */
    @WithDefault("120s")
    Duration reservationTimeout();
}
