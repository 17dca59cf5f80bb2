package io.tocsin.audience;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows that were set aside so that a spreadsheet opens them as text, and none of them as a formula. */
final class SetAsideCsv {
    /** Tells spreadsheets that the text is UTF-8. */
    static final String MARK = "\ufeff";

    private static final Phrase LINE = Phrase.of("Line", "行");
    private static final Phrase RESULT = Phrase.of("Result", "結果");
    private static final Phrase WHY = Phrase.of("Why", "理由");
    private static final Phrase SET_ASIDE = Phrase.of("not imported", "未取込");
    private static final Phrase TAKEN = Phrase.of("imported without the value", "該当の値を除いて取込済");

    private final String language;

    SetAsideCsv(String language) {
        this.language = language;
    }

    String header(List<Mapping.Column> columns) {
        StringBuilder text = new StringBuilder();
        cell(text, LINE.in(language));
        cell(text.append(','), RESULT.in(language));
        cell(text.append(','), WHY.in(language));
        columns.forEach(c -> cell(text.append(','), c.header()));
        return text.append("\r\n").toString();
    }

    String row(SetAsideRows.Row row) {
        StringBuilder text = new StringBuilder();
        text.append(row.line());
        cell(text.append(','), (row.setAside() ? SET_ASIDE : TAKEN).in(language));
        cell(
                text.append(','),
                row.reasons().stream().map(r -> r.words().in(language)).collect(Collectors.joining("; ")));
        for (String cell : row.cells()) {
            cell(text.append(','), cell);
        }
        return text.append("\r\n").toString();
    }

    /** Quoted; what a spreadsheet would take as a formula gets an apostrophe before it. */
    static void cell(StringBuilder text, String value) {
        text.append('"');
        if (isFormula(value)) {
            text.append('\'');
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                text.append('"');
            }
            text.append(c == '\r' || c == 0 ? ' ' : c);
        }
        text.append('"');
    }

    private static boolean isFormula(String value) {
        int first = 0;
        // spaces before it do not stop every spreadsheet
        while (first < value.length() && (value.charAt(first) == ' ' || value.charAt(first) == '\u3000')) {
            first++;
        }
        return !value.isEmpty()
                && ("\t\r\n".indexOf(value.charAt(0)) >= 0
                        || (first < value.length() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(first)) >= 0));
    }
}
