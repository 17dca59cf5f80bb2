package io.tocsin.audience;

import io.tocsin.platform.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of a workbook, row by row. A workbook is a zip, whose directory is at its end, so it stands in a
 * temporary file while it is read; the file is without a name from the moment it is open, and gone when we are.
 */
final class XlsxListReader implements ListReader {
    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;
    private final Iterator<Row> iterator;

    XlsxListReader(InputStream list) throws IOException {
        Path file = Files.createTempFile("tocsin-list", ".xlsx");
        try {
            Files.copy(list, file, StandardCopyOption.REPLACE_EXISTING);
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        } finally {
            Files.deleteIfExists(file);
        }
        rows = workbook.getFirstSheet().openStream();
        iterator = rows.iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return iterator.hasNext();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public ListRow next() {
        try {
            Row row = iterator.next();
            String[] cells = new String[row.getCellCount()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.hasCell(i) ? text(row.getCell(i)) : "";
            }
            return new ListRow(row.getRowNum(), cells);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && format.matches("(?i).*(yy|d/m|m/d).*")) {
                return cell.asDate().toLocalDate().toString();
            }
            // 9.012345678E9 is how a workbook keeps a telephone number
            return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static BrokenListException unreadable(Exception e) {
        BrokenListException broken = new BrokenListException(Phrase.of(
                "The workbook cannot be read. Open it, save it again as .xlsx or CSV, and import that.",
                "ブックを読み取れません。開き直して .xlsx または CSV で保存し、再度取り込んでください。"));
        broken.initCause(e);
        return broken;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        workbook.close();
    }
}
