package io.tocsin.audience;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Who is the same person (decision 0010): the customer number tells; without one the e-mail address; without that the
 * phone together with the name, since a household shares its landline; without a phone the name with the address.
 */
final class PersonKey {
    private PersonKey() {}

    static String of(NewRecipient r) {
        return switch (Identity.of(r)) {
            case CUSTOMER_NUMBER -> "customer\n" + plain(r.fields().get(Fields.CUSTOMER_NUMBER));
            case EMAIL -> "email\n" + Contact.email(r.email()).value();
            case PHONE_AND_NAME -> phoneAndName(r.phone().e164(), r.fields());
            case NAME_AND_ADDRESS ->
                "letter\n" + name(r.fields()) + "\n" + plain(r.fields().getOrDefault(Fields.ADDRESS, ""));
        };
    }

    static String phoneAndName(String e164, Map<String, String> fields) {
        return "phone\n" + e164 + "\n" + name(fields);
    }

    private static String name(Map<String, String> fields) {
        return plain(fields.getOrDefault(Fields.NAME, ""));
    }

    /** The same words however they were typed: widths, letter case and spaces do not count. */
    static String plain(String text) {
        String normal = isPlainAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder result = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0') {
                result.append(c);
            }
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
