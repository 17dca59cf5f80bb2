package io.tocsin.telephony;

import io.tocsin.platform.Mode;
import java.util.Locale;
import java.util.UUID;

/** Addresses of the webhooks for text messages, below the public base URL. */
public final class MessagePaths {
    public static final String SMS = "/webhooks/twilio/sms/";
    /** Query parameter of {@link #status}: the delivery. */
    public static final String DELIVERY = "d";

    private MessagePaths() {}

    /** Where the carrier tells how a message fares. It carries our own key, so that it settles a lost answer, too. */
    public static String status(Mode mode, UUID deliveryId) {
        return SMS + mode.name().toLowerCase(Locale.ROOT) + "/status?" + DELIVERY + "=" + deliveryId;
    }

    /** Where the carrier brings what people write back. */
    public static String reply(UUID centerId) {
        return SMS + "reply/" + centerId;
    }
}
