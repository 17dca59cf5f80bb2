package io.tocsin.announcement;

/** What became of one message to one recipient. */
public enum DeliveryState {
    PLANNED,
    /** Written down before the carrier is called. */
    ATTEMPTING,
    /** The carrier has taken it. */
    SENT,
    /** The recipient's device has it. */
    DELIVERED,
    /** It did not and will not arrive; the reason says why. */
    FAILED,
    /** It may or may not be on its way: never sent again unless the carrier's own list shows that it was not. */
    UNKNOWN,
    /** The recipient has opted out. */
    SUPPRESSED,
    /** Waits for the end of the recipient's quiet hours. */
    HELD
}
