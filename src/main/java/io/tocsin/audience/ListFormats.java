package io.tocsin.audience;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Finds out how a list is written, from the list itself. */
final class ListFormats {
    private static final int HEAD = 64 * 1024;

    private ListFormats() {}

    /** Reads the whole stream: a list may be plain English until its last row. */
    static ListFormat of(InputStream list) throws IOException {
        byte[] head = list.readNBytes(HEAD);
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return new ListFormat.Xlsx();
        }
        if (head.length > 3 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf) {
            throw Problem.invalid(
                    "list-old-excel",
                    Phrase.of(
                            "This is a workbook of old Excel (.xls) or one with a password. Save it as .xlsx without password, or as CSV.",
                            "古い Excel 形式（.xls）またはパスワード付きのファイルです。パスワードなしの .xlsx か CSV で保存してください。"),
                    java.util.List.of());
        }
        Charset charset = CharsetGuess.of(head, list);
        String text = new String(head, charset);
        return new ListFormat.Csv(charset, delimiter(text.startsWith("\ufeff") ? text.substring(1) : text));
    }

    /** The one that divides the first rows most evenly; quoted text does not count. */
    static char delimiter(String text) {
        char[] candidates = {',', '\t', ';'};
        int[][] counts = new int[candidates.length][20];
        boolean quoted = false;
        int row = 0;
        for (int i = 0; i < text.length() && row < 20; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n') {
                row++;
            } else if (!quoted) {
                for (int k = 0; k < candidates.length; k++) {
                    if (c == candidates[k]) {
                        counts[k][row]++;
                    }
                }
            }
        }
        int rows = Math.max(1, row);
        char best = ',';
        double bestScore = 0;
        for (int k = 0; k < candidates.length; k++) {
            int[] found = Arrays.copyOf(counts[k], rows);
            Arrays.sort(found);
            int usual = found[rows / 2];
            long alike = Arrays.stream(found).filter(n -> n == usual).count();
            double score = usual == 0 ? 0 : (double) alike / rows + usual / 1000.0;
            if (score > bestScore) {
                bestScore = score;
                best = candidates[k];
            }
        }
        return best;
    }
}
