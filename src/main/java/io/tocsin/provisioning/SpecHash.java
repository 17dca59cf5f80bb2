package io.tocsin.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a spec changed, whatever the order in which its fields were written. */
public final class SpecHash {
    private SpecHash() {}

    public static String of(JsonNode spec) {
        try {
            // read back as plain maps, which are written with their keys in order
            String canonical = Json.write(Json.convert(spec, Object.class));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
