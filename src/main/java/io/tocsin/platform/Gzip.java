package io.tocsin.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Compression as every browser takes it. */
public final class Gzip {
    private Gzip() {}

    /** @param accepted a request's {@code Accept-Encoding}, null for none; {@code gzip;q=0} is how a reader refuses */
    public static boolean isTakenBy(String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?"));
    }

    public static byte[] of(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
