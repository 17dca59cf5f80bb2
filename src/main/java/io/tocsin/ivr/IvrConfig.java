package io.tocsin.ivr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the telephone scripts. */
@ConfigMapping(prefix = "tocsin.ivr")
interface IvrConfig {
    /** Where steps are kept while the database is away; must survive a restart of the process. */
    @WithDefault(".tocsin/ivr-spill")
    Path spillDir();

    /** How long steps may gather in memory before they are written together. */
    @WithDefault("15ms")
    Duration journalEvery();

    /** Most steps held in memory; beyond that they go to the spill file at once. */
    @WithDefault("65536")
    int journalCapacity();

    /** How long the database may take to write steps before they go to the spill file instead. */
    @WithDefault("400ms")
    Duration journalPatience();

    /** How often published scripts are compared with the database, should a notification be lost. */
    @WithDefault("5s")
    Duration compareEvery();
}
