package io.tocsin.ivr;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteBufferByteStreamWriter;

/**
 * New steps as PostgreSQL's binary COPY takes them: a fraction of the work of an insert that looks for rows already
 * there. A step that may be there already must go the other way ({@link JournalTable#write}).
 */
final class JournalCopy {
    private static final String COPY =
            "copy call_journal (id, call_sid, center_id, node, action, language, key, outcome, at, durable_at)"
                    + " from stdin (format binary)";
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final short COLUMNS = 10;
    private static final int ABSENT = -1;
    /** PostgreSQL counts microseconds from here. */
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private JournalCopy() {}

    /** @param durableAt what a row is told to be durable at that does not know it itself */
    static void steps(Connection connection, List<JournalRow> rows, Instant durableAt) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteBufferByteStreamWriter(ByteBuffer.wrap(bytes(rows, durableAt))));
        } catch (IOException e) {
            throw new SQLException("the connection broke while steps were copied", "08006", e);
        }
    }

    private static byte[] bytes(List<JournalRow> rows, Instant durableAt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * 192);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (JournalRow row : rows) {
            out.writeShort(COLUMNS);
            write(out, row.id());
            write(out, row.callSid());
            write(out, row.centerId());
            write(out, row.node());
            write(out, row.action());
            write(out, row.language());
            write(out, row.key());
            write(out, row.outcome());
            write(out, row.at());
            write(out, row.durableAt() == null ? durableAt : row.durableAt());
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, UUID value) throws IOException {
        out.writeInt(Long.BYTES * 2);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void write(DataOutputStream out, Instant value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong((value.getEpochSecond() - EPOCH) * 1_000_000 + value.getNano() / 1_000);
    }
}
