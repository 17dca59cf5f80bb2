package io.tocsin.announcement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How announcements are sent. */
@ConfigMapping(prefix = "tocsin.announcement")
public interface AnnouncementConfig {
    /** Messages in flight per process. */
    @WithDefault("50")
    int concurrency();

    /** Deliveries told in one go on Kafka; smaller where an announcement is paced. */
    @WithDefault("100")
    int chunk();

    /** Chunks that are told and not done, at most: so much a pause leaves behind on Kafka. */
    @WithDefault("300")
    int chunksAhead();

    /** How long callbacks and outcomes gather before they are written together. */
    @WithDefault("20ms")
    Duration gather();

    /** Pause of the sweep over what is under way. */
    @WithDefault("500ms")
    Duration sweep();

    /** A chunk on which nobody worked for so long is told again. */
    @WithDefault("20s")
    Duration standstill();

    /** An attempt without an outcome for so long is unknown; processes that are alive renew theirs. */
    @WithDefault("45s")
    Duration attemptLease();

    /** How long an unknown outcome waits for its callback before the carrier's list is read. */
    @WithDefault("30s")
    Duration firstLook();

    /** How long until the carrier's list is read again; only then does "not there" count. */
    @WithDefault("3m")
    Duration secondLook();

    /** How long a message that was sent may stay without a receipt before the announcement may complete. */
    @WithDefault("10m")
    Duration receiptWait();

    /** Time that the first share gets to tell of failures after its last message was sent. */
    @WithDefault("60s")
    Duration shareWait();

    /** Wait before a message is tried again that the carrier certainly did not take, doubled each time. */
    @WithDefault("1s")
    Duration firstRetry();

    @WithDefault("1m")
    Duration longestRetry();

    /** How long a pause or a cancellation waits for messages in flight. */
    @WithDefault("10s")
    Duration settle();

    /** Price of one SMS segment by country, with its currency in {@link #currency}; {@code default} for all others. */
    @WithDefault("0.05")
    Map<String, BigDecimal> segmentPrice();

    @WithDefault("USD")
    String currency();

    /** SMS segments per second that a carrier takes from one number, by its type. */
    @WithDefault("1")
    Map<String, BigDecimal> segmentsPerSecond();

    Mail mail();

    interface Mail {
        /** Sender of announcements by e-mail. */
        @WithDefault("${tocsin.mail.from:tocsin@localhost}")
        String from();

        /** Where people's answers go: the mailbox that is read for inquiries. Without one they go to the sender's. */
        @WithDefault("${tocsin.inquiry.mail.address:}")
        Optional<String> replyTo();

        @WithDefault("20s")
        Duration timeout();

        /**
         * Whether the mail server is one for rehearsals, which gets drills' mails as well. A real one must not: a drill
         * reaches nobody outside.
         */
        @WithDefault("false")
        boolean takesDrills();

        /** Secret that ops' mail hook sends with bounce reports. */
        Optional<String> hookToken();
    }
}
