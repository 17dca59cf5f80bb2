package io.tocsin.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events travel. */
@ConfigMapping(prefix = "tocsin.event")
interface EventConfig {
    /** Pause of a relay that has no full batch, before it looks again. */
    @WithDefault("10ms")
    Duration idle();

    /** Events published in one go at most. */
    @WithDefault("500")
    int batch();

    /** Partitions of each topic when Tocsin creates it. */
    @WithDefault("6")
    int partitions();

    /** Copies of each topic when Tocsin creates it; 3 on a real cluster. */
    @WithDefault("1")
    short replicas();
}
