package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;

/** @param sound of a recording, a WAV file; null for all else */
record CarrierAnswer(int status, JsonNode body, byte[] sound) {
    CarrierAnswer(int status, JsonNode body) {
        this(status, body, null);
    }

    static CarrierAnswer ok(JsonNode body) {
        return new CarrierAnswer(200, body);
    }

    static CarrierAnswer created(JsonNode body) {
        return new CarrierAnswer(201, body);
    }

    static CarrierAnswer none() {
        return new CarrierAnswer(204, Json.object());
    }
}
