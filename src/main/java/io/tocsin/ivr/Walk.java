package io.tocsin.ivr;

import io.tocsin.platform.Phrase;
import java.util.List;

/**
 * Result of walking a center's script through its real webhooks.
 *
 * @param branches how many ways out of nodes were taken, every language counted
 * @param failures empty if a caller is served on all of them
 */
public record Walk(int branches, List<Failure> failures) {
    public Walk {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    /**
     * @param branch as a person reads it: {@code key 1}
     * @param language empty before a language is chosen
     */
    public record Failure(String node, String branch, String language, Phrase what, Phrase todo) {}
}
