package io.tocsin.announcement;

/** A message that must not go out as it is: its template cannot be filled, or something every message carries is missing. */
class UnsendableException extends RuntimeException {
    UnsendableException(String what, Throwable cause) {
        super(what, cause);
    }
}
