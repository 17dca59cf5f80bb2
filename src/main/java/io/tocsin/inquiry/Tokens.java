package io.tocsin.inquiry;

import java.security.SecureRandom;

/** What stands for a person or a visitor: random, and telling nothing. */
final class Tokens {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** Eight letters in two groups, to be read aloud: {@code K7M2-9QRT}. */
    static String next() {
        StringBuilder token = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            token.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    /** 32 letters, for a browser to keep. */
    static String secret() {
        StringBuilder secret = new StringBuilder(32);
        for (int i = 0; i < 32; i++) {
            secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }

    /** Six digits, to be read aloud. */
    static String sixDigits() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }
}
