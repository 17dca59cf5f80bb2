package io.tocsin.telephony;

import io.tocsin.platform.Sha256;

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
        return label.substring(0, LONGEST - DIGEST - 1) + "~" + Sha256.of(label).substring(0, DIGEST);
    }
}
