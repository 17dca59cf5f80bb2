package io.tocsin.notice;

/**
 * How many parts a text message takes, and so what it costs (3GPP TS 23.038 and 23.040): 160 septets or 70 UTF-16 units
 * in one part, 153 or 67 in each of several.
 *
 * @param gsm7 whether every character is in the GSM 7-bit alphabet
 * @param units septets, or UTF-16 code units
 */
public record SmsSegments(boolean gsm7, int units, int segments) {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes two septets: an escape and itself. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public static SmsSegments of(String text) {
        boolean gsm7 = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
        return gsm7 ? inGsm7(text) : inUcs2(text);
    }

    private static SmsSegments inGsm7(String text) {
        int septets = text.chars().map(SmsSegments::septets).sum();
        if (septets <= 160) {
            return new SmsSegments(true, septets, 1);
        }
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int wide = septets(text.charAt(i));
            // An escape and its character are never torn apart.
            if (used + wide > 153) {
                segments++;
                used = 0;
            }
            used += wide;
        }
        return new SmsSegments(true, septets, segments);
    }

    private static SmsSegments inUcs2(String text) {
        if (text.length() <= 70) {
            return new SmsSegments(false, text.length(), 1);
        }
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int wide = Character.charCount(text.codePointAt(i));
            // Nor are the two halves of a surrogate pair.
            if (used + wide > 67) {
                segments++;
                used = 0;
            }
            used += wide;
            i += wide;
        }
        return new SmsSegments(false, text.length(), segments);
    }

    private static int septets(int c) {
        return EXTENSION.indexOf(c) >= 0 ? 2 : 1;
    }
}
