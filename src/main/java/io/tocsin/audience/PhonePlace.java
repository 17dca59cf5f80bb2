package io.tocsin.audience;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;

/**
 * Where a telephone is, as far as its number tells.
 *
 * @param country ISO 3166; null where the number tells none
 * @param zone {@code Etc/UTC} where the country has several and nothing tells which
 */
public record PhonePlace(String country, ZoneId zone) {
    private static final ZoneId NOWHERE = ZoneId.of("Etc/UTC");

    public static PhonePlace of(String e164) {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            String country = util.getRegionCodeForNumber(util.parse(e164, null));
            return country == null
                    ? new PhonePlace(null, NOWHERE)
                    : new PhonePlace(country, Zones.of(country, null, e164, null));
        } catch (NumberParseException e) {
            return new PhonePlace(null, NOWHERE);
        }
    }
}
