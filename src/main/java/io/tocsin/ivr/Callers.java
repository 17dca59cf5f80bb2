package io.tocsin.ivr;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** What a caller's number tells. Pure. */
final class Callers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Callers() {}

    /** The number in E.164 if it can be called back; empty for withheld numbers and SIP addresses. */
    static Optional<String> dialable(String from) {
        return from.startsWith("+") ? parse(from, null) : Optional.empty();
    }

    /** A number keyed in by a caller, national or international, as seen from the number that was called. */
    static Optional<String> keyedIn(String digits, String callerId) {
        String region = "ZZ";
        try {
            region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(callerId, null));
        } catch (NumberParseException e) {
            // Without a number of our own only international numbers can be understood.
        }
        return parse(digits, region);
    }

    /** Whether a text message can arrive there, as far as the numbering plan tells. */
    static boolean mobile(String from) {
        try {
            PhoneNumberType type = NUMBERS.getNumberType(NUMBERS.parse(from, null));
            return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static Optional<String> parse(String number, String region) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, region);
            return NUMBERS.isPossibleNumber(parsed)
                    ? Optional.of(NUMBERS.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
