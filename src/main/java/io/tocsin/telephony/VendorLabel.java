package io.tocsin.telephony;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A resource's label as the carrier can keep it: FriendlyNames end at 64 characters. A longer label keeps its beginning,
 * by which a center's resources are found, and ends in a digest of the whole.
 */
final class VendorLabel {
    private static final int LONGEST = 64;
    private static final int DIGEST = 12;

    private VendorLabel() {}

    static String of(String label) {
        if (label.length() <= LONGEST) {
            return label;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8));
            String short12 = HexFormat.of().formatHex(digest, 0, DIGEST / 2);
            return label.substring(0, LONGEST - DIGEST - 1) + "~" + short12;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
