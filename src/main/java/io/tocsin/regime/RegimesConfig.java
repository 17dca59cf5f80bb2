package io.tocsin.regime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where regimes come from. */
@ConfigMapping(prefix = "tocsin.regimes")
interface RegimesConfig {
    /** Directory with one YAML file per regime. */
    @WithDefault("templates/regimes")
    String dir();
}
