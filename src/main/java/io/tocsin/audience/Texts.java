package io.tocsin.audience;

import java.text.Normalizer;
import java.util.Locale;

/** Texts from lists, cleaned: one width, no stray spaces. */
final class Texts {
    private Texts() {}

    /** Without spaces around, full-width letters and digits made plain, runs of spaces made one; null for nothing. */
    static String clean(String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        boolean simple = raw.charAt(0) > ' ' && raw.charAt(raw.length() - 1) > ' ';
        for (int i = 0; simple && i < raw.length(); i++) {
            char c = raw.charAt(i);
            simple = c < 0x7f && c >= ' ' && (c != ' ' || raw.charAt(i - 1) != ' ');
        }
        if (simple) {
            return raw;
        }
        String normal = Normalizer.isNormalized(raw, Normalizer.Form.NFKC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        StringBuilder result = new StringBuilder(normal.length());
        boolean space = false;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\u200b' || c == '\ufeff') {
                space = result.length() > 0;
            } else {
                if (space) {
                    result.append(' ');
                    space = false;
                }
                result.append(c);
            }
        }
        return result.isEmpty() ? null : result.toString();
    }

    /** A model, serial or lot as it is compared: cleaned, in capitals; null for nothing. */
    static String code(String raw) {
        String clean = clean(raw);
        return clean == null ? null : clean.toUpperCase(Locale.ROOT);
    }
}
