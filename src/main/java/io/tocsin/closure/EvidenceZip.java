package io.tocsin.closure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
                manifest.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "MANIFEST.sha256", manifest.toString().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sealed(out.toByteArray(), Sha256.of(out.toByteArray()));
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
