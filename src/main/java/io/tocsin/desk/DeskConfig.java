package io.tocsin.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds for seats. */
@ConfigMapping(prefix = "tocsin.desk")
public interface DeskConfig {
    /**
     * Networks from which the seats of a site may work, as CIDR ({@code tocsin.desk.networks.headquarters=10.1.0.0/16}). A
     * site that is not named may work from anywhere.
     */
    Map<String, List<String>> networks();

    /** Networks of our own proxies, as CIDR: only what they forward is believed about where a request comes from. */
    Optional<List<String>> proxies();

    /** Whether seats at home need a log-in with a one-time code. */
    @WithDefault("true")
    boolean oneTimeCodeAtHome();

    /** An agent of whom nothing was heard for so long, and who holds nobody, is logged out. */
    @WithDefault("15m")
    Duration idle();

    /** After-call work that takes longer shows on the board. */
    @WithDefault("2m")
    Duration afterCall();

    /** Callers should be answered within this. */
    @WithDefault("20s")
    Duration answerWithin();

    /** Share of callers of a moment who should be; a wave waits for it. */
    @WithDefault("0.8")
    double serviceLevel();

    /** How far back the service level looks. */
    @WithDefault("30m")
    Duration serviceWindow();

    /** How many agents one supervisor can look after. */
    @WithDefault("15")
    int agentsPerSupervisor();

    /** A supervisor is present who looked at the board so long ago. */
    @WithDefault("5m")
    Duration supervisorSeen();

    /** Pause between two looks for idle seats. */
    @WithDefault("1s")
    Duration sweep();
}
