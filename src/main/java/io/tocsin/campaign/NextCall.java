package io.tocsin.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a telephone is called again after a call. Pure. */
final class NextCall {
    /** After something that was not the called person's doing. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private NextCall() {}

    /**
     * @param calls that count, the last one included
     * @return empty where there will be no further call
     */
    static Optional<Instant> after(CallOutcome outcome, int calls, CampaignSettings settings, Instant now) {
        if (calls >= settings.attempts()) {
            return Optional.empty();
        }
        CampaignSettings.Spacing spacing = settings.spacing();
        return switch (outcome) {
            case PERSON -> Optional.of(now.plus(Duration.ofMinutes(spacing.noChoice())));
            case MACHINE -> Optional.of(now.plus(Duration.ofMinutes(spacing.machine())));
            case BUSY -> Optional.of(now.plus(Duration.ofMinutes(spacing.busy())));
            case NO_ANSWER -> Optional.of(now.plus(Duration.ofMinutes(spacing.noAnswer())));
            case FAILED -> Optional.of(now.plus(Duration.ofMinutes(spacing.failed())));
            case NOT_PLACED, WITHDRAWN -> Optional.of(now.plus(SOON));
        };
    }
}
