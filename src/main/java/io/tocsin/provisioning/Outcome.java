package io.tocsin.provisioning;

import io.tocsin.platform.Phrase;
import java.time.Instant;

/** How work on a claim ended. */
sealed interface Outcome {
    Claim claim();

    /** It exists as wanted; these come in large groups. */
    record Done(Claim claim, Made made) implements Outcome {}

    record Removed(Claim claim) implements Rare {}

    /** To be tried again by itself. */
    record Later(Claim claim, Instant dueAt, Phrase reason) implements Rare {}

    /** Waits for a person. */
    record Stuck(Claim claim, Phrase reason, Phrase whatToDo) implements Rare {}

    /** Looked at, and all is as it should be. */
    record Unchanged(Claim claim) implements Rare {}

    /** Looked at, and it is not there. */
    record Missing(Claim claim) implements Rare {}

    /** Everything but success in making. */
    sealed interface Rare extends Outcome {}
}
