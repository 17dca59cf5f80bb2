package io.tocsin.audience;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Rows of an import that could not be used, or not wholly, with why; the rows are encrypted. */
@ApplicationScoped
class SetAsideRows {
    private static final String CONTEXT = "audience.set-aside";
    private static final int PAGE = 2_000;

    private final Sql sql;
    private final CenterKeys keys;

    SetAsideRows(Sql sql, CenterKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** @param setAside false for a row that was taken without one of its values */
    record Row(long line, boolean setAside, List<Remark> reasons, String[] cells) {}

    /** Sealed ahead of the transaction. */
    record Sealed(long line, boolean setAside, String[] reasons, byte[] row) {}

    Sealed seal(UUID centerId, RowCleaner.Cleaned cleaned) {
        return new Sealed(
                cleaned.row().line(),
                cleaned.person() == null,
                cleaned.remarks().stream().map(Enum::name).toArray(String[]::new),
                keys.encrypt(centerId, Json.write(cleaned.row().cells()), CONTEXT));
    }

    void add(UUID importId, List<Sealed> rows) {
        if (!rows.isEmpty()) {
            sql.batch(
                    "insert into import_remark (import_id, line, set_aside, reasons, row_sealed) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    rows.stream()
                            .map(r -> new Object[] {importId, r.line(), r.setAside(), r.reasons(), r.row()})
                            .toList());
        }
    }

    /** @param setAside false for rows that were taken without one of their values */
    record Reason(Remark remark, boolean setAside, long rows) {}

    /** Why rows were set aside or taken without a value, the most frequent first. */
    List<Reason> reasons(UUID importId) {
        return sql.list(
                "select reason, set_aside, count(*) from import_remark, unnest(reasons) reason where import_id = ?"
                        + " group by 1, 2 order by 2 desc, 3 desc, 1",
                row -> new Reason(Remark.valueOf(row.getString(1)), row.getBoolean(2), row.getLong(3)),
                importId);
    }

    /** The next ones after a line; none at the end. */
    List<Row> after(UUID centerId, UUID importId, long line) {
        return sql.list(
                "select line, set_aside, reasons, row_sealed from import_remark where import_id = ? and line > ?"
                        + " order by line limit " + PAGE,
                row -> new Row(
                        row.getLong(1),
                        row.getBoolean(2),
                        Arrays.stream((String[]) row.getArray(3).getArray())
                                .map(Remark::valueOf)
                                .toList(),
                        Json.read(keys.decrypt(centerId, row.getBytes(4), CONTEXT), String[].class)),
                importId,
                line);
    }
}
