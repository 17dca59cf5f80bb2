package io.tocsin.audience;

import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a list is to be read: guessed, and corrected by a person before the import runs.
 *
 * @param format csv or xlsx
 * @param encoding of a csv: UTF-8, UTF-16LE, UTF-16BE, windows-31j (Shift_JIS), …; null for xlsx
 * @param delimiter of a csv; null for xlsx
 * @param headerRow which row of the list names the columns, from 1; 0 where none does
 * @param columns from left to right
 */
record Mapping(String format, String encoding, String delimiter, int headerRow, List<Column> columns) {
    Mapping {
        columns = List.copyOf(columns);
    }

    /**
     * @param header as the list has it; empty where it has none
     * @param to what the column is taken as: phone, name, item:store, personal:birthday, ignore, …
     */
    record Column(String header, String to) {}

    ListFormat listFormat() {
        return format.equals("xlsx")
                ? new ListFormat.Xlsx()
                : new ListFormat.Csv(Charset.forName(encoding), delimiter.charAt(0));
    }

    static Mapping of(ListFormat format, int headerRow, List<Column> columns) {
        return switch (format) {
            case ListFormat.Csv csv ->
                new Mapping("csv", csv.charset().name(), String.valueOf(csv.delimiter()), headerRow, columns);
            case ListFormat.Xlsx xlsx -> new Mapping("xlsx", null, null, headerRow, columns);
        };
    }

    List<ColumnTarget> targets() {
        return columns.stream()
                .map(c -> ColumnTarget.read(c.to()).orElseThrow())
                .toList();
    }

    String json() {
        return Json.write(this);
    }

    /** @throws io.tocsin.platform.ProblemException with all that is wrong about how the file is read */
    void checkReading(Mapping guessed) {
        refuse(wrongReading(guessed));
    }

    private List<Violation> wrongReading(Mapping guessed) {
        List<Violation> violations = new ArrayList<>();
        if (!guessed.format.equals(format)) {
            violations.add(Violation.of(
                    "format", "The file is " + guessed.format + ".", "ファイル形式は " + guessed.format + " です。"));
        } else if (format.equals("csv")) {
            if (!isCharset(encoding)) {
                violations.add(Violation.of(
                        "encoding",
                        "Name an encoding: UTF-8, UTF-16LE, windows-31j.",
                        "文字コードを指定してください（UTF-8、UTF-16LE、windows-31j など）。"));
            }
            if (delimiter == null || delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
                violations.add(Violation.of(
                        "delimiter",
                        "Give one character: comma, tab, semicolon.",
                        "区切り文字を1文字で指定してください（カンマ、タブ、セミコロン）。"));
            }
        }
        if (headerRow < 0 || headerRow > 100) {
            violations.add(Violation.of(
                    "headerRow", "Give the row of the headers, or 0 for none.", "見出し行の番号を指定してください（ない場合は 0）。"));
        }
        return violations;
    }

    /** @throws io.tocsin.platform.ProblemException with all that is wrong */
    void check(Mapping guessed) {
        List<Violation> violations = wrongReading(guessed);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.to() != null
                    && ColumnTarget.read(column.to() + "x").isPresent()
                    && column.to().endsWith(":")) {
                violations.add(Violation.of(
                        "columns[" + i + "].to",
                        "Give the value of this column a name, as 'store' in item:store.",
                        "この列の値に名前を付けてください（item:store の store など）。"));
            } else if (column.to() == null || ColumnTarget.read(column.to()).isEmpty()) {
                violations.add(new Violation(
                        "columns[" + i + "].to",
                        Phrase.of("Take it as one of: %s.", "次のいずれかを指定してください: %s")
                                .with(ColumnTarget.codes())));
            }
        }
        boolean reachable = columns.stream()
                .anyMatch(c ->
                        c.to() != null && List.of("phone", "email", "address").contains(c.to()));
        if (violations.isEmpty() && !reachable) {
            violations.add(Violation.of(
                    "columns",
                    "Nobody can be reached: take at least one column as phone, email or address.",
                    "連絡手段がありません。phone、email、address のいずれかを少なくとも1列に割り当ててください。"));
        }
        refuse(violations);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "mapping-invalid", Phrase.of("Correct the fields listed below.", "下記の項目を修正してください。"), violations);
        }
    }

    private static boolean isCharset(String name) {
        try {
            return name != null && Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
