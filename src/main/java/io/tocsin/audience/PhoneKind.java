package io.tocsin.audience;

/** What kind of line a number leads to; decides whether it can get an SMS. */
public enum PhoneKind {
    MOBILE,
    LANDLINE,
    FREEPHONE,
    /** Everything else: internet telephony, personal numbers, or a plan that does not tell. */
    OTHER
}
