package io.tocsin.inquiry.mail;

/** What became of an e-mail that arrived. */
enum Fate {
    INQUIRY,
    AUTOMATIC,
    BOUNCE,
    /** The sender wants no more messages. */
    OPT_OUT,
    /** Nobody can tell which center was meant. */
    NO_CENTER,
    /** It could not be read. */
    BROKEN;

    /** Whether somebody has to look at it. */
    boolean isForOps() {
        return this == NO_CENTER || this == BROKEN;
    }
}
