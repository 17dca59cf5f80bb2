package io.tocsin.audience;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Telephone numbers however people type them, as E.164. */
final class PhoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Pattern SEVERAL = Pattern.compile("\\s*[/;,、，|\\n]\\s*|\\s+or\\s+|\\s+または\\s+");
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*[(（]?\\s*(内線|ext\\.?|extension|x)\\s*[:：.]?\\s*[0-9]{1,6}\\s*[)）]?\\s*$");
    private static final Pattern CUT = Pattern.compile("[0-9][.,]?[0-9]*[eE]\\+?[0-9]{1,2}");
    private static final Pattern LABEL = Pattern.compile("(?i)^(tel|phone|mobile|cell|電話|携帯|自宅|℡|t|m)\\s*[.:：]?\\s*");
    private static final Pattern TYPED = Pattern.compile("[+＋]?[0-9()\\[\\]{}.\\-/ ]*");
    private static final int LONGEST = 60;

    private PhoneNumbers() {}

    /** What became of a cell. */
    sealed interface Read {
        record Usable(RecipientPhone phone) implements Read {}

        record Unusable(Remark why) implements Read {}
    }

    private static final Read INVALID = new Read.Unusable(Remark.PHONE_INVALID);
    private static final Read CUT_DOWN = new Read.Unusable(Remark.PHONE_CUT);

    /** @param country in which a number without country code is dialled */
    static Read read(String raw, String country) {
        String digits = japanese(raw, country);
        if (digits != null) {
            return new Read.Usable(new RecipientPhone(
                    digits, digits.startsWith("+81120") ? PhoneKind.FREEPHONE : PhoneKind.MOBILE));
        }
        return carefully(raw, country);
    }

    /**
     * Two thirds of a Japanese list, without the library's regular expressions: mobiles (070, 080, 090) and 0120, in plain
     * digits with or without hyphens. Gives what the library gives, or null to ask it.
     */
    private static String japanese(String raw, String country) {
        if (!country.equals("JP") || raw.length() < 10 || raw.length() > 13 || raw.charAt(0) != '0') {
            return null;
        }
        char[] e164 = new char[14];
        int n = 2;
        for (int i = 1; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9' && n < 13) {
                e164[++n] = c;
            } else if (c != '-' || raw.charAt(i - 1) == '-') {
                return null;
            }
        }
        e164[0] = '+';
        e164[1] = '8';
        e164[2] = '1';
        boolean mobile = n == 12 && e164[3] >= '7' && e164[3] <= '9' && e164[4] == '0' && e164[5] != '0';
        boolean free = n == 11 && e164[3] == '1' && e164[4] == '2' && e164[5] == '0';
        return mobile || free ? new String(e164, 0, n + 1) : null;
    }

    /** By the library, after what it does not know of is taken away. */
    static Read carefully(String raw, String country) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("[\\u2010-\\u2015\\u2212\\u30fc\\uff70~〜]", "-")
                .replace("'", "");
        if (text.length() > LONGEST) {
            return INVALID;
        }
        if (CUT.matcher(text).matches()) {
            return CUT_DOWN;
        }
        Read whole = one(text, country);
        if (whole instanceof Read.Usable || !SEVERAL.matcher(text).find()) {
            return whole;
        }
        for (String part : SEVERAL.split(text)) {
            if (one(part, country) instanceof Read.Usable usable) {
                return usable;
            }
        }
        return INVALID;
    }

    private static Read one(String text, String country) {
        String number = LABEL.matcher(EXTENSION.matcher(text).replaceFirst("")).replaceFirst("").strip();
        if (!TYPED.matcher(number).matches()) {
            return INVALID;
        }
        PhoneNumber parsed = parse(number, country);
        if (parsed == null && number.startsWith("00")) {
            // dialled as from most of the world, whatever the country's own prefix is
            parsed = parse("+" + number.substring(2), country);
        }
        if (parsed == null) {
            return INVALID;
        }
        return new Read.Usable(new RecipientPhone(
                UTIL.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164), kind(UTIL.getNumberType(parsed))));
    }

    private static PhoneNumber parse(String number, String country) {
        try {
            PhoneNumber parsed = UTIL.parse(number, country);
            return UTIL.isValidNumber(parsed) ? parsed : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static PhoneKind kind(PhoneNumberUtil.PhoneNumberType type) {
        return switch (type) {
            // where the plan does not tell them apart (North America), an SMS may well arrive
            case MOBILE, FIXED_LINE_OR_MOBILE -> PhoneKind.MOBILE;
            case FIXED_LINE -> PhoneKind.LANDLINE;
            case TOLL_FREE -> PhoneKind.FREEPHONE;
            case PREMIUM_RATE, SHARED_COST, VOIP, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN -> PhoneKind.OTHER;
        };
    }
}
