package io.tocsin.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sha256;

/** Tells whether a spec changed, whatever the order in which its fields were written. */
public final class SpecHash {
    private SpecHash() {}

    public static String of(JsonNode spec) {
        // read back as plain maps, which are written with their keys in order
        return Sha256.of(Json.write(Json.convert(spec, Object.class)));
    }
}
