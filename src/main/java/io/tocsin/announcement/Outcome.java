package io.tocsin.announcement;

import java.time.Instant;
import java.util.UUID;

/** How an attempt ended. */
sealed interface Outcome {
    UUID deliveryId();

    /** @param segments of a text message; 0 elsewhere */
    record Sent(UUID deliveryId, String vendorId, int segments) implements Outcome {}

    /** @param reason code of {@link Reasons} */
    record Failed(UUID deliveryId, String reason) implements Outcome {}

    record Unknown(UUID deliveryId, String reason) implements Outcome {}

    /** Certainly not sent. @param notBefore when to try again; null for at once */
    record NotDone(UUID deliveryId, Instant notBefore) implements Outcome {}

    record Suppressed(UUID deliveryId) implements Outcome {}
}
