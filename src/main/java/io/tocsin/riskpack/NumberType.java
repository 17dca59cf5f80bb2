package io.tocsin.riskpack;

/** The kinds of phone number that a center can be given. */
public enum NumberType {
    /** A number with an area code. */
    LOCAL,
    /** Free for the caller: 0120/0800 in Japan, 800 in the United States. */
    FREEPHONE,
    MOBILE
}
