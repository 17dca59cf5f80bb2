package io.tocsin.provisioning;

import io.tocsin.platform.Phrase;
import java.time.Instant;

/** How work on a claim ended. */
sealed interface Outcome {
    Claim claim();

    record Done(Claim claim, Made made) implements Outcome {}

    record Removed(Claim claim) implements Outcome {}

    /** To be tried again by itself. */
    record Later(Claim claim, Instant dueAt, Phrase reason) implements Outcome {}

    /** Waits for a person. */
    record Stuck(Claim claim, Phrase reason, Phrase whatToDo) implements Outcome {}

    /** Looked at, and all is as it should be. */
    record Unchanged(Claim claim) implements Outcome {}

    /** Looked at, and it is not there. */
    record Missing(Claim claim) implements Outcome {}
}
