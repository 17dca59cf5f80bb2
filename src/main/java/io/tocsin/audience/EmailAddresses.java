package io.tocsin.audience;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** E-mail addresses from lists. Dots where the standard has none are let through: Japanese carriers gave them out. */
final class EmailAddresses {
    private static final Pattern USABLE = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=[^@]{4,190}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*\\.[A-Za-z]{2,24}");

    private EmailAddresses() {}

    /** As it is written to, the domain in small letters; null where it is none. */
    static String read(String raw) {
        String text = raw;
        if (!USABLE.matcher(text).matches()) {
            text = Normalizer.normalize(raw, Normalizer.Form.NFKC)
                    .replaceAll("(?i)^\\s*mailto:", "")
                    .replaceAll("^.*<([^<>]+)>\\s*$", "$1")
                    .replaceAll("[\\s\\u200b\\ufeff]", "");
            if (!USABLE.matcher(text).matches()) {
                return null;
            }
        }
        int at = text.indexOf('@');
        return text.substring(0, at) + text.substring(at).toLowerCase(java.util.Locale.ROOT);
    }
}
