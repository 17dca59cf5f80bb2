package io.tocsin.audience;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where it is what time: by the state or province where there is one (a mobile keeps its area code when its owner moves),
 * else by the number's area, else by the country.
 */
final class Zones {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final Map<String, ZoneId> BY_REGION = read();
    private static final Map<String, List<ZoneId>> OF_COUNTRY = new ConcurrentHashMap<>();
    private static final Map<String, ZoneId> BY_AREA = new ConcurrentHashMap<>();
    private static final ZoneId NOWHERE = ZoneId.of("Etc/UTC");
    private static final int AREAS_KEPT = 50_000;

    private Zones() {}

    /** A zone by its IANA name; null where it is none. */
    static ZoneId named(String text) {
        return KNOWN.contains(text) ? ZoneId.of(text) : null;
    }

    /**
     * @param region as the list has it; null where not known, as is the number
     * @param otherwise for countries with several zones where nothing tells; null to leave it open (Etc/UTC)
     */
    static ZoneId of(String country, String region, String e164, ZoneId otherwise) {
        List<ZoneId> ofCountry = OF_COUNTRY.computeIfAbsent(country, Zones::ofCountry);
        if (ofCountry.size() == 1) {
            return ofCountry.getFirst();
        }
        if (region != null) {
            ZoneId byRegion = BY_REGION.get(country + " " + PersonKey.plain(region));
            if (byRegion != null) {
                return byRegion;
            }
        }
        if (e164 != null && e164.length() > 8) {
            ZoneId byArea = byArea(e164);
            if (!byArea.equals(NOWHERE)) {
                return byArea;
            }
        }
        // Not the country's first: it would be night for somebody. Where nothing tells, only hours that suit all count.
        return otherwise == null ? NOWHERE : otherwise;
    }

    private static ZoneId byArea(String e164) {
        String area = e164.substring(0, 8);
        ZoneId known = BY_AREA.get(area);
        if (known == null) {
            known = lookUp(e164);
            if (BY_AREA.size() < AREAS_KEPT) {
                BY_AREA.put(area, known);
            }
        }
        return known;
    }

    private static ZoneId lookUp(String e164) {
        try {
            List<String> zones = PhoneNumberToTimeZonesMapper.getInstance()
                    .getTimeZonesForGeographicalNumber(
                            PhoneNumberUtil.getInstance().parse(e164, null));
            return zones.size() == 1 && named(zones.getFirst()) != null ? ZoneId.of(zones.getFirst()) : NOWHERE;
        } catch (NumberParseException e) {
            return NOWHERE;
        }
    }

    private static List<ZoneId> ofCountry(String country) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        var example = util.getExampleNumber(country);
        if (example == null) {
            return List.of();
        }
        // a number of which only the country code can be looked up gives all zones of the country code
        var countryOnly = new com.google.i18n.phonenumbers.Phonenumber.PhoneNumber()
                .setCountryCode(example.getCountryCode())
                .setNationalNumber(0);
        List<ZoneId> all =
                known(PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForGeographicalNumber(countryOnly));
        List<ZoneId> own = known(PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(example));
        if (all.size() <= 1) {
            return all.isEmpty() ? own : all;
        }
        // where the country's number plan is shared or has several zones: the example's own first
        return own.size() == 1 ? List.of(own.getFirst(), all.getFirst()) : own;
    }

    private static List<ZoneId> known(List<String> zones) {
        return zones.stream().filter(KNOWN::contains).map(ZoneId::of).toList();
    }

    private static Map<String, ZoneId> read() {
        Map<String, ZoneId> zones = new HashMap<>();
        try (InputStream in = Zones.class.getResourceAsStream("/audience/zones.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(line -> {
                String[] parts = line.split(": ", 2);
                String[] head = parts[0].split(" ");
                for (String names : parts[1].split(", ")) {
                    String[] shortAndLong = names.split(" ", 2);
                    zones.put(head[0] + " " + PersonKey.plain(shortAndLong[0]), ZoneId.of(head[1]));
                    zones.put(head[0] + " " + PersonKey.plain(shortAndLong[1]), ZoneId.of(head[1]));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }
}
