package io.tocsin.inquiry.masking;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Telephone numbers of people; freephone and service numbers belong to organizations and may stand. */
final class Phones {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> OF_ORGANIZATIONS = Set.of(
            PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.UAN);
    private static final List<String> JAPANESE = List.of("JP");
    private static final List<String> OTHER = List.of("US", "GB", "JP", "DE", "FR", "AU");
    private static final String NORTH_AMERICA = "US";

    private Phones() {}

    /** @param ours numbers that may stand, in E.164 */
    static List<Finding> find(String text, String language, Set<String> ours) {
        List<Finding> found = new ArrayList<>();
        List<String> regions = language.startsWith("ja") ? JAPANESE : OTHER;
        for (String region : regions) {
            for (PhoneNumberMatch match : UTIL.findNumbers(text, region, Leniency.VALID, Long.MAX_VALUE)) {
                Finding finding = new Finding(Kind.PHONE, match.start(), match.end());
                if (found.stream().noneMatch(finding::overlaps) && isSomebodys(text, match, region, regions, ours)) {
                    found.add(finding);
                }
            }
        }
        return found;
    }

    private static boolean isSomebodys(
            String text, PhoneNumberMatch match, String region, List<String> regions, Set<String> ours) {
        return regions.stream().noneMatch(r -> isOfAnOrganization(match.rawString(), r, ours))
                && looksDialled(match.rawString(), region)
                && !Context.isOfAThing(text, match.start());
    }

    /** As dialled in a country; what may be freephone anywhere is taken for it. */
    private static boolean isOfAnOrganization(String raw, String region, Set<String> ours) {
        try {
            PhoneNumber number = UTIL.parse(raw, region);
            return UTIL.isValidNumber(number)
                    && (OF_ORGANIZATIONS.contains(UTIL.getNumberType(number))
                            || ours.contains(UTIL.format(number, PhoneNumberFormat.E164)));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Outside North America a national number begins with 0: others are the numbers of something. */
    private static boolean looksDialled(String raw, String region) {
        String begin = raw.replaceFirst("^[(\\s]+", "");
        return begin.startsWith("+") || begin.startsWith("0") || region.equals(NORTH_AMERICA);
    }
}
