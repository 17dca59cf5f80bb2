package io.tocsin.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** Rows for one table, sent to PostgreSQL in bulk. */
final class CopyTable {
    private static final int FLUSH = 1 << 22;

    private final Connection connection;
    private final String copy;
    private final StringBuilder rows = new StringBuilder();

    /** @param columns {@code table (a, b)} */
    CopyTable(Connection connection, String columns) {
        this.connection = connection;
        this.copy = "copy " + columns + " from stdin";
    }

    void add(Object... values) throws SQLException, IOException {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(text(values[i]));
        }
        rows.append('\n');
        if (rows.length() > FLUSH) {
            flush();
        }
    }

    void flush() throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(rows.toString()));
        rows.setLength(0);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "\\N";
            case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
            case Instant instant -> instant.toString();
            default -> value.toString().replace("\\", "\\\\").replace("\t", " ").replace("\n", " ");
        };
    }
}
