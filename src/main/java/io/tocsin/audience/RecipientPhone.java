package io.tocsin.audience;

/**
 * @param e164 {@code +} and digits, as carriers take it
 * @param kind of the line, as far as the numbering plan tells
 */
public record RecipientPhone(String e164, PhoneKind kind) {}
