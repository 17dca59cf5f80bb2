package io.tocsin.ivr;

import io.tocsin.platform.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Steps on disk, one line of JSON each, while the database is away. The file is locked by the process that owns it; a
 * file without an owner was left by a process that died, and anyone may take it over.
 */
final class SpillFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private SpillFile(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens and locks; empty if another process owns the file or it is gone. */
    static Optional<SpillFile> take(Path path, boolean create) throws IOException {
        if (!create && !Files.exists(path)) {
            return Optional.empty();
        }
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.position(channel.size());
        return Optional.of(new SpillFile(path, channel, lock));
    }

    /** On disk, for certain, when this returns. */
    synchronized void append(List<JournalRow> rows) throws IOException {
        StringBuilder lines = new StringBuilder(rows.size() * 300);
        rows.forEach(row -> lines.append(Json.write(row)).append('\n'));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** All whole lines; a line torn by a crash was never acknowledged as durable and is left out. */
    synchronized List<JournalRow> rows() throws IOException {
        byte[] bytes = new byte[(int) channel.size()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // until all is read
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<JournalRow> rows = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            if (!line.isEmpty()) {
                rows.add(Json.read(line, JournalRow.class));
            }
        }
        return rows;
    }

    Path path() {
        return path;
    }

    /** Bytes waiting for the database. */
    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            return 0;
        }
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public synchronized void close() throws IOException {
        if (lock.isValid()) {
            lock.release();
        }
        channel.close();
    }
}
