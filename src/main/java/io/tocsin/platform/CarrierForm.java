package io.tocsin.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters of an {@code application/x-www-form-urlencoded} body, in order, as the carrier signs them. */
public final class CarrierForm {
    public static final CarrierForm EMPTY = new CarrierForm(List.of());
    private final List<Map.Entry<String, String>> entries;

    private CarrierForm(List<Map.Entry<String, String>> entries) {
        this.entries = entries;
    }

    public static CarrierForm of(Map<String, String> values) {
        return new CarrierForm(List.copyOf(values.entrySet()));
    }

    /** @throws IllegalArgumentException if the text is not properly encoded */
    public static CarrierForm parse(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        List<Map.Entry<String, String>> entries = new ArrayList<>(24);
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            if (end > from) {
                int equals = text.indexOf('=', from);
                entries.add(
                        equals < 0 || equals > end
                                ? Map.entry(decode(text, from, end), "")
                                : Map.entry(decode(text, from, equals), decode(text, equals + 1, end)));
            }
            from = end + 1;
        }
        return new CarrierForm(entries);
    }

    private static String decode(String text, int from, int to) {
        String part = text.substring(from, to);
        return part.indexOf('%') < 0 && part.indexOf('+') < 0 ? part : URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    public List<Map.Entry<String, String>> entries() {
        return entries;
    }

    /** The first value under a name; empty if there is none. */
    public String get(String name) {
        for (Map.Entry<String, String> entry : entries) {
            if (entry.getKey().equals(name)) {
                return entry.getValue();
            }
        }
        return "";
    }

    /** A whole number; 0 where there is none. */
    public int number(String name) {
        try {
            return Integer.parseInt(get(name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
