package io.tocsin.audience;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tocsin.platform.Phrase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Comma, tab or semicolon separated text; quotes and line ends within quotes as RFC 4180 has them. */
final class CsvListReader implements ListReader {
    /** Longer than any honest cell: a quotation mark that nobody closed. */
    private static final int LONGEST_ROW = 512 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line;

    CsvListReader(ListFormat.Csv format, InputStream list) throws IOException {
        PushbackReader text = new PushbackReader(
                new InputStreamReader(new BufferedInputStream(list, 64 * 1024), format.charset()), 1);
        skipMark(text);
        reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord((Reader) text);
        records = reader.iterator();
    }

    private static void skipMark(PushbackReader text) throws IOException {
        int first = text.read();
        if (first != 0xfeff && first != -1) {
            text.unread(first);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw new BrokenListException(Phrase.of(
                            "After line %d a quotation mark is opened and never closed. Correct the file and import it again; rows that were taken before are not taken twice.",
                            "%d 行目より後に、閉じられていない引用符があります。ファイルを修正して再度取り込んでください（取り込み済みの行が二重になることはありません）。")
                    .with(line));
        }
    }

    @Override
    public ListRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRecord next = records.next();
        line = next.getStartingLineNumber();
        return new ListRow(line, next.getFields().toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
