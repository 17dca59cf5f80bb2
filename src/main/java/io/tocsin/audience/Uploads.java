package io.tocsin.audience;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Lists as they were sent, in encrypted pieces in the database, where every process reaches them. */
@ApplicationScoped
class Uploads {
    private static final String CONTEXT = "audience.upload";
    private static final int PIECE = 512 * 1024;

    private final Sql sql;
    private final CenterKeys keys;

    Uploads(Sql sql, CenterKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** Keeps a part, in place of what was kept under its number; its size in bytes. */
    long put(UUID centerId, UUID importId, int part, InputStream content) throws IOException {
        sql.update("delete from audience_upload where import_id = ? and part = ?", importId, part);
        long bytes = 0;
        int number = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            sql.update(
                    "insert into audience_upload (import_id, part, piece, data) values (?, ?, ?, ?)",
                    importId,
                    part,
                    number++,
                    keys.encrypt(centerId, piece, CONTEXT));
            bytes += piece.length;
        }
        return bytes;
    }

    /** All parts, one after the other. */
    Content open(UUID centerId, UUID importId) {
        return new Content(centerId, importId);
    }

    void delete(UUID importId) {
        sql.update("delete from audience_upload where import_id = ?", importId);
    }

    /** Reads piece after piece; counts as it goes. */
    final class Content extends InputStream {
        private final UUID centerId;
        private final UUID importId;
        private int part = -1;
        private int piece = -1;
        private byte[] current = new byte[0];
        private int position;
        private volatile long bytes;

        private Content(UUID centerId, UUID importId) {
            this.centerId = centerId;
            this.importId = importId;
        }

        /** Bytes that were handed out so far. */
        long bytesRead() {
            return bytes;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads, others look
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (position == current.length && !next()) {
                return -1;
            }
            int read = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, read);
            position += read;
            bytes += read;
            return read;
        }

        private boolean next() {
            record Piece(int part, int number, byte[] data) {}
            var found = sql.first(
                    "select part, piece, data from audience_upload where import_id = ? and (part, piece) > (?, ?)"
                            + " order by part, piece limit 1",
                    row -> new Piece(row.getInt(1), row.getInt(2), row.getBytes(3)),
                    importId,
                    part,
                    piece);
            if (found.isEmpty()) {
                return false;
            }
            part = found.get().part();
            piece = found.get().number();
            current = keys.decryptBytes(centerId, found.get().data(), CONTEXT);
            position = 0;
            return true;
        }
    }
}
