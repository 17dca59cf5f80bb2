package io.tocsin.stack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238: 30 seconds, SHA-1, six digits). */
final class OneTimeCode {
    static final String SECRET = "drill-authenticator-0001";

    private OneTimeCode() {}

    static String at(long epochSecond) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(8).putLong(epochSecond / 30).array());
            int from = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7FFFFFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
