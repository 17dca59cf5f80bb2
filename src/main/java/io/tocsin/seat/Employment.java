package io.tocsin.seat;

/** Whose employee an agent is. */
public enum Employment {
    EMPLOYEE,
    TEMPORARY,
    PARTNER
}
