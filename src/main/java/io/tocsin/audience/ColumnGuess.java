package io.tocsin.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses from the first rows of a list which row names the columns, and what each column is. */
final class ColumnGuess {
    private static final int TITLE_ROWS = 10;

    private ColumnGuess() {}

    /** @param rows the list's first ones */
    static Mapping of(ListFormat format, List<ListRow> rows, String country) {
        return of(format, rows, country, headerRow(rows, country));
    }

    /** @param header which row names the columns, from 1; 0 for none */
    static Mapping of(ListFormat format, List<ListRow> rows, String country, int header) {
        int width = rows.stream().mapToInt(r -> r.cells().length).max().orElse(0);
        String[] names = header == 0 ? new String[0] : rows.get(header - 1).cells();
        List<ListRow> data = rows.subList(header, rows.size());
        int columns = header == 0 ? width : names.length;
        List<Mapping.Column> result = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String name = i < names.length && Texts.clean(names[i]) != null ? Texts.clean(names[i]) : "";
            result.add(new Mapping.Column(name, target(name, i, data, country).code()));
        }
        return Mapping.of(format, header, result);
    }

    private static ColumnTarget target(String header, int column, List<ListRow> data, String country) {
        Optional<ColumnTarget> named = header.isEmpty() ? Optional.empty() : ColumnNames.target(header);
        if (named.isPresent()) {
            return named.get();
        }
        if (header.length() > 100) {
            return ColumnTarget.IGNORE;
        }
        List<String> values = data.stream()
                .filter(r -> r.cells().length > column)
                .map(r -> Texts.clean(r.cells()[column]))
                .filter(v -> v != null)
                .toList();
        if (mostly(values, v -> EmailAddresses.read(v) != null)) {
            return new ColumnTarget(ColumnTarget.Kind.EMAIL, "");
        }
        if (mostly(values, v -> looksLikePhone(v, country))) {
            return new ColumnTarget(ColumnTarget.Kind.PHONE, "");
        }
        if (header.isEmpty() && values.isEmpty()) {
            return ColumnTarget.IGNORE;
        }
        // not recognised: it may tell who somebody is
        return new ColumnTarget(
                ColumnTarget.Kind.PERSONAL, header.isEmpty() ? "column " + (column + 1) : header.replace(':', ' '));
    }

    /** A number of the country written as one: a customer number of ten digits is not. */
    private static boolean looksLikePhone(String value, String country) {
        return (value.startsWith("0") || value.startsWith("+") || value.contains("-") || value.startsWith("("))
                && PhoneNumbers.read(value, country) instanceof PhoneNumbers.Read.Usable;
    }

    private static boolean mostly(List<String> values, java.util.function.Predicate<String> is) {
        return !values.isEmpty() && values.stream().filter(is).count() * 5 >= values.size() * 4L;
    }

    /** From 1; 0 where the rows begin at once. */
    private static int headerRow(List<ListRow> rows, String country) {
        int best = 0;
        long bestKnown = 0;
        for (int i = 0; i < Math.min(TITLE_ROWS, rows.size()); i++) {
            long known = java.util.Arrays.stream(rows.get(i).cells())
                    .filter(c -> Texts.clean(c) != null && ColumnNames.target(c).isPresent())
                    .count();
            if (known > bestKnown) {
                best = i + 1;
                bestKnown = known;
            }
        }
        if (best > 0 || rows.isEmpty()) {
            return best;
        }
        boolean data = java.util.Arrays.stream(rows.getFirst().cells())
                .map(Texts::clean)
                .anyMatch(c -> c != null && (EmailAddresses.read(c) != null || looksLikePhone(c, country)));
        return data ? 0 : 1;
    }
}
