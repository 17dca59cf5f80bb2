package io.tocsin.riskpack;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people read and write them. */
public final class PhoneWords {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private PhoneWords() {}

    public static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    /**
     * A number as readers in a country dial it: {@code 0120-797-188} in Japan, {@code +81 120-797-188} elsewhere.
     *
     * @param e164 the number; comes back unchanged if it is none
     * @param country ISO 3166 code of the readers' country; empty where it is not known, which writes the number as in
     *     its own country
     */
    public static String written(String e164, String country) {
        try {
            PhoneNumber number = UTIL.parse(e164, null);
            boolean home = country.isEmpty() || UTIL.getCountryCodeForRegion(country) == number.getCountryCode();
            return UTIL.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** A number in E.164 from how it is written, read as in a country; empty if it is none. */
    public static Optional<String> e164(String written, String country) {
        try {
            PhoneNumber number = UTIL.parse(written, country.isEmpty() ? null : country);
            return Optional.of(UTIL.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Everything in a text that reads as a valid phone number, in E.164, with how it is written there. */
    public static Map<String, String> numbersIn(String text, Iterable<String> countries) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String country : countries) {
            UTIL.findNumbers(text, country, PhoneNumberUtil.Leniency.VALID, Long.MAX_VALUE)
                    .forEach(match ->
                            found.putIfAbsent(UTIL.format(match.number(), PhoneNumberFormat.E164), match.rawString()));
        }
        return found;
    }
}
