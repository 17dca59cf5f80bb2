package io.tocsin.desk;

import io.tocsin.platform.Phrase;

/** What an agent at a seat is doing. */
public enum SeatState {
    CHECKED_OUT(Phrase.of("Checked out", "退席中")),
    READY(Phrase.of("Ready", "受付可")),
    /** A call rings at the agent's phone. */
    OFFERED(Phrase.of("Being called", "着信中")),
    BUSY(Phrase.of("In a conversation", "対応中")),
    AFTER_CALL(Phrase.of("After-call work", "後処理")),
    BREAK(Phrase.of("Break", "休憩")),
    /** A call rang and nobody answered: nothing more is offered until the agent is ready again. */
    AWAY(Phrase.of("Did not answer", "応答なし"));

    private final Phrase title;

    SeatState(Phrase title) {
        this.title = title;
    }

    public Phrase title() {
        return title;
    }

    /** Whether the agent holds somebody, so that nothing may take the seat away. */
    public boolean holdsSomebody() {
        return this == OFFERED || this == BUSY;
    }
}
