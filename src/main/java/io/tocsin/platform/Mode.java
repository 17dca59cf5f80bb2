package io.tocsin.platform;

/** Whether a center is real or rehearsed; picks the carrier account that everything of the center goes through. */
public enum Mode {
    LIVE,
    DRILL
}
