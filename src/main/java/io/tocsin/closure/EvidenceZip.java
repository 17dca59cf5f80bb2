package io.tocsin.closure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.platform.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds an evidence zip whose MANIFEST.sha256 names the hash of every file in it ({@code sha256sum -c} checks it). */
final class EvidenceZip {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Instant at;

    EvidenceZip(Instant at) {
        this.at = at;
    }

    record Sealed(byte[] bytes, String sha256) {}

    void json(String name, Object value) {
        try {
            files.put(
                    name,
                    Json.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(value)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence cannot be written: " + name, e);
        }
    }

    Sealed seal() {
        StringBuilder manifest = new StringBuilder();
        files.forEach((name, bytes) ->
                manifest.append(sha256(bytes)).append("  ").append(name).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "MANIFEST.sha256", manifest.toString().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sealed(out.toByteArray(), sha256(out.toByteArray()));
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
