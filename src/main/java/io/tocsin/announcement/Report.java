package io.tocsin.announcement;

import java.util.UUID;

/**
 * What the carrier says of a message.
 *
 * @param state SENT, DELIVERED or FAILED
 * @param reason code of {@link Reasons} where it failed; else null
 */
record Report(UUID deliveryId, DeliveryState state, String reason, String vendorId) {

    /** @return null where the carrier's word tells nothing that we keep ({@code queued}, {@code sending}) */
    static Report of(UUID deliveryId, String status, String errorCode, String vendorId) {
        String code = errorCode == null || errorCode.isEmpty() || errorCode.equals("0") ? null : errorCode;
        return switch (status) {
            case "accepted", "queued", "sending", "scheduled", "sent" ->
                new Report(deliveryId, DeliveryState.SENT, null, vendorId);
            case "delivered", "read" -> new Report(deliveryId, DeliveryState.DELIVERED, null, vendorId);
            case "undelivered", "failed", "canceled" ->
                new Report(deliveryId, DeliveryState.FAILED, code == null ? Reasons.NO_REASON : code, vendorId);
            default -> null;
        };
    }

    /** Of two reports of one message the one that says more: they may come in any order. */
    static Report further(Report one, Report other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(Report report) {
        return switch (report.state()) {
            case DELIVERED -> 3;
            case FAILED -> 2;
            case SENT -> 1;
            case PLANNED, ATTEMPTING, UNKNOWN, SUPPRESSED, HELD -> 0;
        };
    }
}
