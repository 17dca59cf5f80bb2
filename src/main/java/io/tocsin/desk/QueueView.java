package io.tocsin.desk;

/**
 * A queue of callers.
 *
 * @param waiting how many wait now
 * @param longestWaitSeconds of those; 0 for nobody
 * @param ready seats that would answer it now
 */
public record QueueView(
        String name,
        String reason,
        String language,
        boolean personalData,
        int waiting,
        long longestWaitSeconds,
        int ready) {}
