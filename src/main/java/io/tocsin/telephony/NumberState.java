package io.tocsin.telephony;

/** Where a number of ours stands. */
public enum NumberState {
    /** Recorded, about to be bought or of unknown outcome. */
    BUYING,
    /** Leased by a center. */
    IN_USE,
    /** Given back, still answered with the closing message, until a date. */
    QUARANTINED,
    /** Standby stock. */
    AVAILABLE,
    /** A person decided to give it up; the carrier may not have been told yet. */
    RELEASING,
    /** Given up. */
    RELEASED,
    /** The carrier no longer has it, and it was not us who gave it up. */
    GONE
}
