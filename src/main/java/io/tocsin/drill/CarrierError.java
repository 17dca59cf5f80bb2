package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;

/** A refusal in the carrier's own words and numbers (Twilio, "Error and warning dictionary"). */
final class CarrierError extends RuntimeException {
    private final int status;
    private final int code;

    CarrierError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static CarrierError notFound() {
        return new CarrierError(404, 20404, "The requested resource was not found");
    }

    static CarrierError missing(String parameter) {
        return new CarrierError(400, 20001, "Missing required parameter " + parameter);
    }

    CarrierAnswer answer() {
        ObjectNode body = Json.object();
        body.put("code", code);
        body.put("message", getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        body.put("status", status);
        return new CarrierAnswer(status, body);
    }
}
