package io.tocsin.inquiry;

/** Who said something in a thread. */
public enum Author {
    PERSON,
    BOT,
    AGENT,
    /** Among colleagues: the person does not see it. */
    NOTE
}
