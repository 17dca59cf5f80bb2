package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ListFormatsTest {
    private static final String LETTERS = "あいうアイウ山田太郎東京都佐藤花子渋谷区abcXYZ0123456789";

    /** How a list was written. */
    enum Encoding {
        UTF_8("", StandardCharsets.UTF_8),
        UTF_8_WITH_MARK("\ufeff", StandardCharsets.UTF_8),
        UTF_16LE("\ufeff", StandardCharsets.UTF_16LE),
        UTF_16BE("\ufeff", StandardCharsets.UTF_16BE),
        SHIFT_JIS("", CharsetGuess.MS932);

        private final String mark;
        private final Charset charset;

        Encoding(String mark, Charset charset) {
            this.mark = mark;
            this.charset = charset;
        }
    }

    @Property(tries = 1_500)
    void aListIsReadAsItWasWritten(
            @ForAll("tables") List<List<String>> table,
            @ForAll Encoding encoding,
            @ForAll("delimiters") char delimiter,
            @ForAll("lineEnds") String lineEnd)
            throws IOException {
        byte[] bytes = written(table, encoding, delimiter, lineEnd);

        ListFormat format = ListFormats.of(new ByteArrayInputStream(bytes));
        List<List<String>> read = new ArrayList<>();
        try (ListReader reader = ListReader.open(format, new ByteArrayInputStream(bytes))) {
            reader.forEachRemaining(r -> read.add(Arrays.asList(r.cells())));
        }

        assertThat(format).isEqualTo(new ListFormat.Csv(encoding.charset, delimiter));
        assertThat(read).isEqualTo(table);
    }

    private static byte[] written(List<List<String>> table, Encoding encoding, char delimiter, String lineEnd)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(encoding.mark.getBytes(encoding.charset));
        for (List<String> row : table) {
            List<String> cells = row.stream()
                    .map(c -> c.matches("(?s).*[\"\n\r,;\t].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
                    .toList();
            bytes.write((String.join(String.valueOf(delimiter), cells) + lineEnd).getBytes(encoding.charset));
        }
        return bytes.toByteArray();
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', '\t', ';');
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n");
    }

    /** Rows of one width, whose first cell is Japanese, as a header is. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> special = Arbitraries.of("\"", "\n", ",", ";", "\t", "a\"b", "x\ny,z");
        Arbitrary<String> plain = Arbitraries.strings()
                .withChars(LETTERS.toCharArray())
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> cell = Arbitraries.oneOf(plain, plain, plain, special);
        return Arbitraries.integers().between(2, 6).flatMap(width -> cell.list()
                .ofSize(width)
                .map(row -> {
                    List<String> named = new ArrayList<>(row);
                    named.set(0, "氏名山田太郎" + row.getFirst());
                    return List.copyOf(named);
                })
                .list()
                .ofMinSize(3)
                .ofMaxSize(25));
    }
}
