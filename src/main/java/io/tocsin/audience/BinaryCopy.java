package io.tocsin.audience;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows in PostgreSQL's binary COPY format: no quoting, no parsing on the other side. */
final class BinaryCopy {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FLUSH_AT = 60_000;
    /** 2000-01-01, from which PostgreSQL counts. */
    private static final long EPOCH_SECONDS = 946_684_800L;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH_AT + 8_192];
    private int length;

    BinaryCopy(PGConnection connection, String table, String... columns) throws SQLException {
        this.copy = connection
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)");
        this.columns = columns.length;
        raw(HEADER, HEADER.length);
    }

    void row() throws SQLException {
        if (length > FLUSH_AT) {
            copy.writeToCopy(buffer, 0, length);
            length = 0;
        }
        room(2);
        buffer[length++] = (byte) (columns >> 8);
        buffer[length++] = (byte) columns;
    }

    BinaryCopy uuid(UUID value) {
        size(16);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(String value) {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte[] value) {
        if (value == null) {
            return nothing();
        }
        size(value.length);
        raw(value, value.length);
        return this;
    }

    BinaryCopy json(String document) {
        if (document == null) {
            return nothing();
        }
        byte[] value = document.getBytes(StandardCharsets.UTF_8);
        size(value.length + 1);
        room(1);
        buffer[length++] = 1; // version of the jsonb format
        raw(value, value.length);
        return this;
    }

    BinaryCopy bool(boolean value) {
        size(1);
        room(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryCopy int4(int value) {
        size(4);
        size(value);
        return this;
    }

    BinaryCopy int8(Long value) {
        if (value == null) {
            return nothing();
        }
        size(8);
        int64(value);
        return this;
    }

    BinaryCopy instant(Instant value) {
        if (value == null) {
            return nothing();
        }
        size(8);
        int64((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
        return this;
    }

    /** Ends the copy; the rows are in the transaction. */
    long end() throws SQLException {
        room(2);
        buffer[length++] = (byte) 0xff;
        buffer[length++] = (byte) 0xff;
        copy.writeToCopy(buffer, 0, length);
        return copy.endCopy();
    }

    /** After a failure: takes the connection out of copying. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private BinaryCopy nothing() {
        size(-1);
        return this;
    }

    private void size(int value) {
        room(4);
        buffer[length++] = (byte) (value >> 24);
        buffer[length++] = (byte) (value >> 16);
        buffer[length++] = (byte) (value >> 8);
        buffer[length++] = (byte) value;
    }

    private void int64(long value) {
        size((int) (value >> 32));
        size((int) value);
    }

    private void raw(byte[] value, int bytes) {
        room(bytes);
        System.arraycopy(value, 0, buffer, length, bytes);
        length += bytes;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
