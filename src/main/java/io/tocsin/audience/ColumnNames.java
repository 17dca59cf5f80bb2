package io.tocsin.audience;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows what the columns of lists are usually called, from {@code audience/columns.txt}. */
final class ColumnNames {
    private static final Map<String, ColumnTarget> KNOWN = read();

    private ColumnNames() {}

    static Optional<ColumnTarget> target(String header) {
        String plain = plain(header);
        ColumnTarget exact = KNOWN.get(plain);
        if (exact == null) {
            // "Phone number (mobile)", "氏名（漢字）", "住所※必須"
            exact = KNOWN.get(plain(header.replaceAll("[(（\\[【※*].*$", "")));
        }
        return Optional.ofNullable(exact);
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}・：]", "")
                .replace("お客さま", "お客様");
    }

    private static Map<String, ColumnTarget> read() {
        Map<String, ColumnTarget> known = new HashMap<>();
        try (InputStream in = ColumnNames.class.getResourceAsStream("/audience/columns.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("# ")).forEach(line -> {
                String[] parts = line.split(": ", 2);
                ColumnTarget target = ColumnTarget.read(parts[0]).orElseThrow();
                for (String name : parts[1].split(",")) {
                    known.putIfAbsent(plain(name), target);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
