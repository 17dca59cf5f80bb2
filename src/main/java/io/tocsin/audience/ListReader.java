package io.tocsin.audience;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Reads the rows of a list one after the other, however long it is. */
interface ListReader extends Closeable, Iterator<ListRow> {
    static ListReader open(ListFormat format, InputStream list) throws IOException {
        return switch (format) {
            case ListFormat.Csv csv -> new CsvListReader(csv, list);
            case ListFormat.Xlsx xlsx -> new XlsxListReader(list);
        };
    }
}
