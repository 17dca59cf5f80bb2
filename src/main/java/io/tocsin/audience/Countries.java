package io.tocsin.audience;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries however lists write them: JP, JPN, Japan, 日本. */
final class Countries {
    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    /** ISO 3166 code of two letters; null where it is no country. */
    static String code(String text) {
        return text.length() == 2 && BY_NAME.get(text) != null
                ? BY_NAME.get(text)
                : BY_NAME.get(PersonKey.plain(text).replace(".", ""));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(2_000);
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            names.put(code, code);
            names.put(code.toLowerCase(Locale.ROOT), code);
            names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.JAPANESE, country}) {
                names.putIfAbsent(PersonKey.plain(country.getDisplayCountry(language)), code);
            }
        }
        names.put("uk", "GB");
        names.put("unitedstatesofamerica", "US");
        names.put("米国", "US");
        names.put("アメリカ", "US");
        names.put("英国", "GB");
        names.put("日本国", "JP");
        names.put("korea", "KR");
        return names;
    }
}
