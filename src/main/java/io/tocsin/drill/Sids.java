package io.tocsin.drill;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifiers in the carrier's form: two letters and 32 hex digits. */
final class Sids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sids() {}

    static String next(Thing.Kind kind) {
        return next(kind.prefix);
    }

    static String next(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
