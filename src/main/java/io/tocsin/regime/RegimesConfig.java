package io.tocsin.regime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where regimes come from. */
@ConfigMapping(prefix = "tocsin.regimes")
interface RegimesConfig {
    /** Directory with one YAML file per regime. */
    @WithDefault("templates/regimes")
    String dir();

    /** When people may be called or sent messages, by country. */
    @WithDefault("templates/calling-hours.yaml")
    String callingHours();
}
