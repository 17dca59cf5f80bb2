package io.tocsin.seat;

/** What call routing is to know of a seat. */
public enum SeatActivity {
    READY,
    BREAK,
    AFTER_CALL,
    OFFLINE
}
