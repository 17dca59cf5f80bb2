package io.tocsin.audience;

import java.security.SecureRandom;

/** Ends of personal addresses: 60 random bits, in letters and digits that nobody mistakes when typing them. */
final class LinkCodes {
    private static final byte[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkCodes() {}

    static String next() {
        long bits = RANDOM.nextLong();
        byte[] code = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            code[i] = LETTERS[(int) (bits >>> (5 * i)) & 31];
        }
        return new String(code, java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** Cheap look before the database is asked for what somebody made up. */
    static boolean isPossible(String code) {
        return code != null && code.matches("[0-9a-hjkmnp-tv-z]{12}");
    }
}
