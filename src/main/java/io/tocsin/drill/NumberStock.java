package io.tocsin.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers that the drill carrier has on its shelf: always the same, and never anybody's. Where a regulator keeps a
 * range for fiction (US and Canada 555-0100 to 0199, Ofcom's drama numbers, ACMA's fictitious numbers, ARCEP's
 * audiovisual numbers) they come from it; elsewhere they are made impossible by a subscriber part that is all zeros but
 * the last four digits.
 */
final class NumberStock {
    private static final String[] US_AREAS = {"201", "212", "303", "312", "404", "415", "503", "617", "702", "713"};
    private static final String[] US_FREE = {"800", "833", "844", "855", "866", "877", "888"};

    private NumberStock() {}

    /** @param type {@code local}, {@code toll_free} or {@code mobile}; empty for what the country does not have */
    static List<String> of(String country, String type) {
        return switch (country) {
            case "US", "CA" -> northAmerica(type);
            case "GB" ->
                switch (type) {
                    case "local" -> range("+4420794600", 2, 100);
                    case "toll_free" -> range("+4480815701", 2, 100);
                    default -> range("+447700900", 3, 1000);
                };
            case "AU" ->
                switch (type) {
                    case "local" -> range("+612555010", 2, 100);
                    case "toll_free" -> range("+61180016", 4, 400);
                    default -> range("+61491570", 3, 160);
                };
            case "FR" ->
                switch (type) {
                    case "local" -> range("+33199000", 3, 1000);
                    case "toll_free" -> range("+3380000", 4, 1000);
                    default -> range("+33639980", 3, 100);
                };
            case "JP" ->
                switch (type) {
                    case "local" -> range("+81300000", 4, 1000);
                    case "toll_free" -> range("+811200000", 3, 1000);
                    default -> range("+819000000", 4, 1000);
                };
            case "DE" ->
                switch (type) {
                    case "local" -> range("+493023125", 3, 1000);
                    case "toll_free" -> range("+498000000", 3, 1000);
                    default -> range("+4917139200", 2, 100);
                };
            default -> elsewhere(country, type);
        };
    }

    private static List<String> northAmerica(String type) {
        List<String> numbers = new ArrayList<>();
        if (type.equals("mobile")) {
            return numbers;
        }
        for (String area : type.equals("local") ? US_AREAS : US_FREE) {
            for (int last = 100; last < 200; last++) {
                numbers.add("+1" + area + "555" + String.format(Locale.ROOT, "%04d", last));
            }
        }
        return numbers;
    }

    private static List<String> elsewhere(String country, String type) {
        int code = com.google.i18n.phonenumbers.PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
        if (code == 0) {
            return List.of();
        }
        String kind = type.equals("local") ? "2000" : type.equals("toll_free") ? "8000" : "6000";
        return range("+" + code + kind + "0", 3, 300);
    }

    private static List<String> range(String stem, int digits, int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(stem + String.format(Locale.ROOT, "%0" + digits + "d", i));
        }
        return numbers;
    }
}
