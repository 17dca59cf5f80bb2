package io.tocsin.audience;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * One form for a person's name however it is written. In letters: the first and the last part, whichever stands first,
 * without accents, points and hyphens. In kanji and kana: without spaces; katakana for both kana.
 */
public final class NameForm {
    private static final Pattern TITLES = Pattern.compile("(?:^(?:mr|mrs|ms|dr)\\.? )|(?:[ ,]+(?:jr|sr|ii|iii)\\.?$)");
    private static final Pattern OF_ORGANIZATIONS =
            Pattern.compile("会社|法人|組合|協会|\\b(?:inc|ltd|llc|gmbh|corp|company|plc)\\b");
    private static final Pattern READING = Pattern.compile("(?i).*(?:kana|furigana|reading|フリガナ|ふりがな|カナ|かな|よみ|ヨミ).*");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern HONORIFIC = Pattern.compile("[ 　]?(?:様|さま|さん|殿)$");
    private static final int LONGEST = 80;
    private static final int SHORTEST_READING = 4;
    /** Which titles of columns are readings: lists have a few columns and very many rows. */
    private static final Map<String, Boolean> TITLES_OF_READINGS = new ConcurrentHashMap<>();

    private static final int MOST_TITLES = 1_000;

    private NameForm() {}

    /** @return null for what is no person's full name */
    public static String of(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            return null;
        }
        if (isSimple(name)) {
            return simple(name);
        }
        String normal = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = SPACES.matcher(normal).replaceAll(" ").strip();
        if (OF_ORGANIZATIONS.matcher(plain).find()) {
            return null;
        }
        return isJapanese(plain) ? japanese(plain) : latin(plain);
    }

    /** In whichever order. */
    public static String pair(String one, String other) {
        String a = letters(one.toLowerCase(Locale.ROOT));
        String b = letters(other.toLowerCase(Locale.ROOT));
        return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
    }

    /** Words in kanji and kana, without spaces between. */
    public static String joined(String words) {
        StringBuilder form = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c != ' ' && c != '・' && c != '　') {
                form.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c);
            }
        }
        return form.toString();
    }

    /** How the name is read, where the list tells; null for nothing. */
    static String reading(Map<String, String> fields) {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (isReading(field.getKey()) && !field.getValue().isBlank()) {
                String form = of(field.getValue());
                return form == null || form.indexOf(' ') >= 0 || form.length() < SHORTEST_READING ? null : form;
            }
        }
        return null;
    }

    private static boolean isReading(String title) {
        return TITLES_OF_READINGS.size() > MOST_TITLES
                ? READING.matcher(title).matches()
                : TITLES_OF_READINGS.computeIfAbsent(
                        title, t -> READING.matcher(t).matches());
    }

    static boolean isJapanese(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x2E80);
    }

    /** Two words of plain letters, as most are. */
    private static boolean isSimple(String name) {
        int spaces = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ') {
                spaces++;
            } else if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        int space = name.indexOf(' ');
        return spaces == 1 && space > 1 && space < name.length() - 2 && space > 3;
    }

    private static String simple(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        int space = small.indexOf(' ');
        String a = small.substring(0, space);
        String b = small.substring(space + 1);
        return isOrganization(b) ? null : a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
    }

    private static boolean isOrganization(String last) {
        return OF_ORGANIZATIONS.matcher(last).matches();
    }

    private static String latin(String plain) {
        String name = TITLES.matcher(plain).replaceAll("");
        int comma = name.indexOf(',');
        if (comma > 0) {
            name = name.substring(comma + 1).strip() + " "
                    + name.substring(0, comma).strip();
        }
        String[] parts = name.split("[ ,]+");
        if (parts.length < 2) {
            return null;
        }
        String first = letters(parts[0]);
        String last = letters(parts[parts.length - 1]);
        return first.length() < 2 || last.length() < 2 ? null : pair(first, last);
    }

    private static String letters(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        String apart = isAscii(word) ? word : Normalizer.normalize(word, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            if (Character.isLetter(apart.charAt(i))) {
                letters.append(apart.charAt(i));
            }
        }
        return letters.toString();
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 0x80);
    }

    private static String japanese(String plain) {
        String form = joined(HONORIFIC.matcher(plain).replaceFirst(""));
        return form.length() < 2 ? null : form;
    }
}
