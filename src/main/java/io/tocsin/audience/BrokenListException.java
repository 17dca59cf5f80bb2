package io.tocsin.audience;

import io.tocsin.platform.Phrase;

/** From here on the list cannot be read; says where and what to do. */
final class BrokenListException extends RuntimeException {
    private final transient Phrase words;

    BrokenListException(Phrase words) {
        super(words.en());
        this.words = words;
    }

    Phrase words() {
        return words;
    }
}
