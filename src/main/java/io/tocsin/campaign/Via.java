package io.tocsin.campaign;

/** The way by which a case was moved. */
public enum Via {
    /** Keys pressed on a call of ours. */
    CALL,
    /** The person's own page. */
    WEB,
    /** Somebody at the center. */
    AGENT,
    /** Those who fetch and deliver. */
    LOGISTICS,
    /** Tocsin itself. */
    RULE
}
