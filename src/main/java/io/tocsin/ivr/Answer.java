package io.tocsin.ivr;

/**
 * What a caller gets, and what is to be remembered of it.
 *
 * @param note what the journal adds to the step
 */
record Answer(Screen screen, Note note) {
    static Answer of(Screen screen) {
        return new Answer(screen, Note.NONE);
    }

    /** What a step means beyond having been taken. */
    sealed interface Note {
        Note NONE = new Nothing();

        record Nothing() implements Note {}

        /** @param language chosen by key */
        record Language(String language) implements Note {}

        /** @param reason why the caller called, as the script's code */
        record Queued(String reason) implements Note {}

        /** @param worker the routing worker whose telephone rings, by the carrier's id */
        record AnsweredBy(String worker) implements Note {}

        /** @param outcome how the call left the script, as a code: {@code answered}, {@code voicemail} */
        record Outcome(String outcome) implements Note {}

        /** @param status the carrier's word for how the call ended: {@code completed}, {@code busy} */
        record Ended(String status) implements Note {}

        /** @param number to call back, E.164 */
        record CallbackAsked(String number) implements Note {}

        /**
         * @param recordingSid the carrier's id of the recording
         * @param seconds its length
         */
        record MessageLeft(String recordingSid, int seconds) implements Note {}

        /** A waiting caller chose something else: remembered for the moment between two webhooks. */
        record LeavesFor(String node) implements Note {}

        /** The address named something that the script does not have. */
        record Lost() implements Note {}
    }
}
