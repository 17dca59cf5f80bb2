package io.tocsin.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a recalled item is on its way back. */
public enum CaseState {
    /** The owner was told, or is about to be; nothing was heard. The only state in which people are called. */
    NOTIFIED,
    /** The owner has answered; what happens next is not agreed yet. */
    RESPONDED,
    PICKUP_BOOKED,
    /** The item is in our hands. */
    COLLECTED,
    /** Money, replacement or repaired item is on its way. */
    REMEDY_SENT,
    CLOSED,
    /** The owner keeps it, having heard of the danger. */
    REFUSED,
    /** Every attempt failed. */
    UNREACHABLE,
    /** The owner no longer has it. */
    ALREADY_DISPOSED;

    /** The one place that says which moves there are. */
    public Set<CaseState> next() {
        return switch (this) {
            case NOTIFIED -> EnumSet.of(RESPONDED, PICKUP_BOOKED, COLLECTED, REFUSED, UNREACHABLE, ALREADY_DISPOSED);
            case RESPONDED -> EnumSet.of(PICKUP_BOOKED, COLLECTED, REFUSED, ALREADY_DISPOSED, CLOSED);
            case PICKUP_BOOKED -> EnumSet.of(RESPONDED, COLLECTED, REFUSED, UNREACHABLE, ALREADY_DISPOSED);
            case COLLECTED -> EnumSet.of(REMEDY_SENT, CLOSED);
            case REMEDY_SENT -> EnumSet.of(CLOSED);
            case REFUSED, UNREACHABLE ->
                EnumSet.of(RESPONDED, PICKUP_BOOKED, COLLECTED, REFUSED, ALREADY_DISPOSED, CLOSED);
            case ALREADY_DISPOSED -> EnumSet.of(RESPONDED, REMEDY_SENT, CLOSED);
            case CLOSED -> EnumSet.noneOf(CaseState.class);
        };
    }

    public boolean mayMoveTo(CaseState state) {
        return state != this && next().contains(state);
    }

    /** Whether the owner has been heard of. */
    public boolean isResponse() {
        return switch (this) {
            case RESPONDED, PICKUP_BOOKED, COLLECTED, REFUSED, ALREADY_DISPOSED, REMEDY_SENT -> true;
            case NOTIFIED, UNREACHABLE, CLOSED -> false;
        };
    }

    /** Whether the item endangers nobody any more. */
    public boolean isCorrection() {
        return switch (this) {
            case COLLECTED, REMEDY_SENT, ALREADY_DISPOSED -> true;
            case NOTIFIED, RESPONDED, PICKUP_BOOKED, CLOSED, REFUSED, UNREACHABLE -> false;
        };
    }
}
