package io.tocsin.audience;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How lists are taken in. */
@ConfigMapping(prefix = "tocsin.audience")
public interface AudienceConfig {
    /** Rows that are read, stored and counted together. */
    @WithDefault("2500")
    int batchRows();

    /** Batches that are made ready at the same time, while one is stored. */
    @WithDefault("2")
    int threads();

    /** How long an import may stand still before another process goes on with it. */
    @WithDefault("30s")
    Duration lease();

    /** Pause of an idle process before it looks for imports again. */
    @WithDefault("1s")
    Duration idle();
}
