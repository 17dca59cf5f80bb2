package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;

/** @param body null for 204 */
record CarrierAnswer(int status, JsonNode body) {
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
