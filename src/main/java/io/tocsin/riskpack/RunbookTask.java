package io.tocsin.riskpack;

import io.tocsin.platform.Phrase;

/**
 * One thing that a person has to do.
 *
 * @param order within its phase, 1 first
 * @param role who does it: {@code crisis-manager}, {@code legal}, {@code quality}, …
 * @param withinMinutes of the launch; 0 where nothing is set
 */
public record RunbookTask(
        String id, Phase phase, int order, String role, Phrase title, Phrase what, int withinMinutes) {
    /** The three parts of an incident manual. */
    public enum Phase {
        FIRST_RESPONSE,
        GATHERING_FACTS,
        HANDLING_CUSTOMERS
    }
}
