package io.tocsin.audience;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Languages however lists write them, and which one a person most likely reads. */
final class Languages {
    private static final Map<String, String> BY_NAME = names();
    /** Where one language serves nearly everybody; elsewhere the audience's default is the better guess. */
    private static final Map<String, String> BY_COUNTRY = byCountry();

    private Languages() {}

    /** BCP 47; null where it is no language. */
    static String code(String text) {
        String plain = PersonKey.plain(text);
        String known = BY_NAME.get(plain);
        if (known == null && plain.matches("[a-z]{2,3}[-_][a-z0-9-_]+")) {
            known = BY_NAME.get(plain.split("[-_]")[0]);
        }
        return known;
    }

    /** Kana and hangul tell by themselves; else the country does. */
    static String likely(String name, String country, String otherwise) {
        if (name != null) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (c >= '\u3041' && c <= '\u30ff') {
                    return "ja";
                }
                if (c >= '\uac00' && c <= '\ud7a3') {
                    return "ko";
                }
            }
        }
        return BY_COUNTRY.getOrDefault(country, otherwise);
    }

    private static Map<String, String> byCountry() {
        Map<String, String> languages = new HashMap<>();
        String[][] spoken = {
            {"ja", "JP"},
            {"en", "US GB IE AU NZ"},
            {"de", "DE AT"},
            {"fr", "FR MC"},
            {"es", "ES MX AR CO CL PE UY"},
            {"pt", "PT BR"},
            {"it", "IT SM"},
            {"nl", "NL"},
            {"pl", "PL"},
            {"sv", "SE"},
            {"da", "DK"},
            {"fi", "FI"},
            {"nb", "NO"},
            {"cs", "CZ"},
            {"el", "GR"},
            {"hu", "HU"},
            {"ro", "RO"},
            {"tr", "TR"},
            {"ko", "KR"},
            {"zh-Hans", "CN"},
            {"zh-Hant", "TW HK"},
            {"th", "TH"},
            {"vi", "VN"},
            {"id", "ID"}
        };
        for (String[] language : spoken) {
            for (String country : language[1].split(" ")) {
                languages.put(country, language[0]);
            }
        }
        return languages;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(1_500);
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale.Builder().setLanguage(code).build();
            names.put(code, code);
            names.putIfAbsent(language.getISO3Language(), code);
            for (Locale in : new Locale[] {Locale.ENGLISH, Locale.JAPANESE, language}) {
                names.putIfAbsent(PersonKey.plain(language.getDisplayLanguage(in)), code);
            }
        }
        names.put("日本", "ja");
        names.put("jp", "ja");
        return names;
    }
}
