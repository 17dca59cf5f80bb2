package io.tocsin.campaign;

import io.tocsin.platform.Phrase;

/** How a call ended. */
public enum CallOutcome {
    /** A person picked up. */
    PERSON,
    MACHINE,
    BUSY,
    NO_ANSWER,
    /** The carrier could not connect it. */
    FAILED,
    /** It was certainly never made. */
    NOT_PLACED,
    /** Just before dialling there was no reason to call any more. */
    WITHDRAWN;

    public Phrase words() {
        return switch (this) {
            case PERSON -> Phrase.of("a person answered", "本人等が応答");
            case MACHINE -> Phrase.of("answering machine", "留守番電話");
            case BUSY -> Phrase.of("busy", "話し中");
            case NO_ANSWER -> Phrase.of("no answer", "応答なし");
            case FAILED -> Phrase.of("could not be connected", "接続不可");
            case NOT_PLACED -> Phrase.of("not placed", "発信せず");
            case WITHDRAWN -> Phrase.of("no reason to call any more", "発信不要");
        };
    }

    /** Whether the called person's telephone may have rung: such calls count against the cap. */
    public boolean counts() {
        return switch (this) {
            case PERSON, MACHINE, BUSY, NO_ANSWER, FAILED -> true;
            case NOT_PLACED, WITHDRAWN -> false;
        };
    }

    /**
     * From the carrier's final word.
     *
     * @param status Twilio's {@code CallStatus}
     * @param answeredBy what the first webhook learned; null if nobody asked it
     */
    static CallOutcome of(String status, CallOutcome answeredBy) {
        return switch (status) {
            case "busy" -> BUSY;
            case "no-answer" -> NO_ANSWER;
            case "failed" -> FAILED;
            case "canceled" -> NO_ANSWER;
            // Connected, but our own answer was lost: to be safe it counts as a person.
            default -> answeredBy == null ? PERSON : answeredBy;
        };
    }

    /** @param answeredBy Twilio's {@code AnsweredBy}; whatever is no machine is treated as a person */
    static CallOutcome answeredBy(String answeredBy) {
        return answeredBy.startsWith("machine") || answeredBy.equals("fax") ? MACHINE : PERSON;
    }
}
