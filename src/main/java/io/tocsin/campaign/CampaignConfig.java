package io.tocsin.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of calling. */
@ConfigMapping(prefix = "tocsin.campaign")
interface CampaignConfig {
    /** Calls that the LIVE account may begin per second; Twilio's own limit is 1 unless it was raised. */
    @WithDefault("1")
    double liveCallsPerSecond();

    /** The same of the drill carrier. */
    @WithDefault("20")
    double drillCallsPerSecond();

    /** How often the dialer looks for calls that are due. */
    @WithDefault("500ms")
    Duration lookEvery();

    /** A call claimed but not dialled by then is given up, without harm: it was never made. */
    @WithDefault("30s")
    Duration claimedFor();

    /** How long an agent may look at a previewed case. */
    @WithDefault("10m")
    Duration previewFor();

    /** How long after dialling without an answer of the carrier its call list is asked, again and again. */
    @WithDefault("20s")
    Duration lookUpAfter();

    /** A call that is still not in the carrier's list by then was never made. */
    @WithDefault("5m")
    Duration notPlacedAfter();

    /** How long a call that was placed may go on before the carrier is asked whether it is over. */
    @WithDefault("10m")
    Duration askAfter();

    /** Requests to personal pages that one process answers per second. */
    @WithDefault("200")
    int pagesPerSecond();

    /** Requests per minute with one personal code. */
    @WithDefault("30")
    int pagesPerCode();
}
