package io.tocsin.inquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of inquiries. */
@ConfigMapping(prefix = "tocsin.inquiry")
interface InquiryConfig {
    /** How often the call journal is looked at for calls that became inquiries. */
    @WithDefault("1s")
    Duration followEvery();

    /** Calls that one look takes on; after a rush the others follow, look by look. */
    @WithDefault("200")
    int followMost();

    /** Within what time people who asked to be called back, or left a message, are to be called. */
    @WithDefault("2h")
    Duration callBackWithin();

    /** How long a code that a person reads to an agent holds. */
    @WithDefault("10m")
    Duration codeFor();

    /** Wrong codes that an agent may try per inquiry. */
    @WithDefault("5")
    int codeTries();

    /**
     * Whether people are asked by SMS after a call how it went: one question, answered by a digit. Where nothing is said
     * drills ask and live centers do not: a second message from a crisis number that nobody asked for alarms people.
     */
    Optional<Boolean> ratingBySms();

    /** How long a visitor without an agent may say nothing before the chat is over. */
    @WithDefault("30m")
    Duration chatIdleFor();
}
