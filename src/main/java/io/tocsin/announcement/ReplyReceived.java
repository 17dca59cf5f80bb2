package io.tocsin.announcement;

import java.util.UUID;

/**
 * Somebody wrote back, and a person should read it. Fired in the transaction that takes the reply.
 *
 * @param recipientId whom we know with this number; null for nobody
 * @param from number in E.164
 * @param messageSid the carrier's id; the same reply may come twice
 */
public record ReplyReceived(UUID centerId, UUID recipientId, String from, String body, String messageSid) {
    @Override
    public String toString() {
        return "ReplyReceived " + messageSid;
    }
}
