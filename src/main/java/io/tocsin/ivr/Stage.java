package io.tocsin.ivr;

/** What callers of a center meet. */
public enum Stage {
    /** Not open yet: callers hear so and may leave a message; only marked walks see the script. */
    PREPARING,
    OPEN,
    /** New callers hear the closing words; those already in the script or a queue go on. */
    DRAINING,
    /** Everyone hears the closing words, for as long as the number is kept. */
    CLOSED
}
