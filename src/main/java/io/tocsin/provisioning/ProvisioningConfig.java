package io.tocsin.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How the engine works. */
@ConfigMapping(prefix = "tocsin.provisioning")
public interface ProvisioningConfig {
    /** How long one attempt may take, all its calls together; after that another replica may take over. */
    @WithDefault("60s")
    Duration lease();

    /** How long a vendor may go on working after we stopped listening. */
    @WithDefault("15s")
    Duration settle();

    @WithDefault("500ms")
    Duration firstRetry();

    @WithDefault("60s")
    Duration longestRetry();

    /** Pause of an idle reconciler before it looks again. */
    @WithDefault("200ms")
    Duration idle();

    /** How old the last look at a ready resource may be. */
    @WithDefault("10m")
    Duration resync();

    /** Work in flight per vendor and process. */
    Map<String, Integer> inFlight();
}
