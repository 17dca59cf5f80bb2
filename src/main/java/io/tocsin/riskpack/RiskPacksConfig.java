package io.tocsin.riskpack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where risk packs come from. */
@ConfigMapping(prefix = "tocsin.packs")
interface RiskPacksConfig {
    /** Directory with one folder per pack. */
    @WithDefault("templates/packs")
    String dir();

    /** How often the directory is looked at for changes. */
    @WithDefault("1S")
    Duration poll();
}
