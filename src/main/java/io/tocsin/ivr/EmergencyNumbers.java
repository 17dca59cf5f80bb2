package io.tocsin.ivr;

import java.util.List;
import java.util.Map;

/** Which number to call when life is in danger (fire and ambulance). Source: ITU-T E.161.1 and national practice. */
final class EmergencyNumbers {
    private static final String INTERNATIONAL = "112";
    private static final Map<String, String> NATIONAL = Map.of(
            "JP", "119", "US", "911", "CA", "911", "MX", "911", "GB", "999", "AU", "000", "NZ", "111", "KR", "119");

    private EmergencyNumbers() {}

    /** Digits apart, so that a voice reads them one by one. */
    static String spoken(List<String> jurisdictions) {
        String number = jurisdictions.stream()
                .findFirst()
                .map(country -> NATIONAL.getOrDefault(country, INTERNATIONAL))
                .orElse(INTERNATIONAL);
        return String.join(" ", number.split(""));
    }
}
