package io.tocsin.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the public notice site. */
@ConfigMapping(prefix = "tocsin.site")
interface SiteConfig {
    /** Pages that one address may read per second, in each process; a household or an office shares one. */
    @WithDefault("50")
    int readsPerSecond();

    /** Forms and chat messages that one address may send per minute. */
    @WithDefault("30")
    int writesPerMinute();

    /** Header in which a proxy of ours names the reader's address; without it, the connection's own counts. */
    Optional<String> addressHeader();

    /** Largest form, attachment included, in bytes. */
    @WithDefault("6291456")
    long largestForm();

    /** Largest attachment in bytes. */
    @WithDefault("5242880")
    long largestAttachment();

    /** For how long readers' browsers and proxies may keep a page. */
    @WithDefault("30s")
    Duration cacheFor();

    /** How long what is shown of a center may be old. */
    @WithDefault("1s")
    Duration centerFor();

    /** How long a code that proves who somebody is holds. */
    @WithDefault("10m")
    Duration challengeFor();

    /** Wrong tries of one such code. */
    @WithDefault("5")
    int challengeTries();

    /** Codes that go to one contact per hour. */
    @WithDefault("5")
    int challengesPerHour();

    /** From whom codes by e-mail come. */
    @WithDefault("${tocsin.mail.from:tocsin@localhost}")
    String mailFrom();
}
