package io.tocsin.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a called person is. */
enum CallStep {
    /** Somebody or something has picked up. */
    ANSWER,
    MENU,
    SLOTS,
    ALREADY,
    /** After the agent of a previewed call was rung. */
    DIALED,
    /** Our answer did not get through. */
    FALLBACK,
    /** The call is over. */
    STATUS;

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CallStep> of(String path) {
        return Stream.of(values()).filter(step -> step.path().equals(path)).findFirst();
    }
}
