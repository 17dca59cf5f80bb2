package io.tocsin.ivr;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Journals steps of calls that people of a center make. They stand beside those of callers, and are no call of theirs:
 * no figure of calls that came in counts them.
 */
@ApplicationScoped
public class OutgoingSteps {
    private final CallJournal journal;
    private final Clock clock;
    private final StepIds ids;

    OutgoingSteps(CallJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.ids = new StepIds(clock.instant());
    }

    /**
     * @param language spoken on the call; never empty, which would begin a call
     * @param action what happened, in words of ours
     */
    public void took(UUID centerId, String callSid, String language, String action) {
        Instant now = clock.instant();
        journal.record(new Step(ids.next(now), callSid, centerId, "", action, language, "", now, "", Answer.Note.NONE));
    }
}
