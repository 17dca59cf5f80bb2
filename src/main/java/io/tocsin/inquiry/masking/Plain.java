package io.tocsin.inquiry.masking;

/** One form for what is typed in many: full-width letters, hyphens, digits in kanji. Keeps every position. */
final class Plain {
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final int SHORTEST_KANJI_NUMBER = 7;

    private Plain() {}

    static String of(String text) {
        char[] plain = new char[text.length()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(text.charAt(i));
        }
        hyphens(plain);
        kanjiNumbers(plain);
        return new String(plain);
    }

    private static char plain(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '\u3000', '\u00a0' -> ' ';
            case '‐', '‑', '‒', '–', '—', '―', '−', '─', 'ｰ' -> '-';
            case '零' -> '〇';
            default -> c;
        };
    }

    /** A long-vowel mark between digits was meant as a hyphen. */
    private static void hyphens(char[] text) {
        for (int i = 1; i + 1 < text.length; i++) {
            if (text[i] == 'ー' && isDigit(text[i - 1]) && isDigit(text[i + 1])) {
                text[i] = '-';
            }
        }
    }

    private static void kanjiNumbers(char[] text) {
        int start = 0;
        while (start < text.length) {
            int end = start;
            int digits = 0;
            while (end < text.length
                    && (KANJI_DIGITS.indexOf(text[end]) >= 0 || digits > 0 && (text[end] == '-' || text[end] == 'ー'))) {
                digits += KANJI_DIGITS.indexOf(text[end]) >= 0 ? 1 : 0;
                end++;
            }
            if (digits >= SHORTEST_KANJI_NUMBER) {
                for (int i = start; i < end; i++) {
                    int digit = KANJI_DIGITS.indexOf(text[i]);
                    text[i] = digit >= 0 ? (char) ('0' + digit) : '-';
                }
            }
            start = Math.max(end, start + 1);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || KANJI_DIGITS.indexOf(c) >= 0;
    }
}
