package io.tocsin.desk;

/**
 * How well callers were answered.
 *
 * @param callers whose wait is over, one way or the other, or lasts too long already
 * @param answered of those
 * @param inTime of those, within the time wanted
 */
public record ServiceLevel(int callers, int answered, int inTime) {
    /** From 0 to 1; 1 where nobody called. */
    public double share() {
        return callers == 0 ? 1 : (double) inTime / callers;
    }
}
