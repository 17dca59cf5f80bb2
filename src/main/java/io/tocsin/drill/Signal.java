package io.tocsin.drill;

import java.util.concurrent.CompletableFuture;

/** What reaches a call from outside while it plays or waits. */
sealed interface Signal {
    /** An agent picked up; the conversation lasts until {@code over}. */
    record Bridged(String workerSid, String workerName, String reservationSid, CompletableFuture<Void> over)
            implements Signal {}

    /** An agent picked up in a conference, which the call joins as {@code guest}. */
    record Conferenced(String workerSid, String workerName, Conference conference, Conference.Guest guest)
            implements Signal {}

    /** The conference that the call was in is over. */
    record Released() implements Signal {}

    /** Somebody sent the call elsewhere. */
    record Redirected(String url, String method) implements Signal {}

    /** The queue gave the call up. */
    record Dropped(String why) implements Signal {}

    /** The call was ended through the REST API. */
    record Ended() implements Signal {}
}
