package io.tocsin.audience;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What tells who a recipient is, sealed with the center's keys. */
@ApplicationScoped
class Personal {
    private static final String CONTEXT = "recipient.personal";

    private final CenterKeys keys;

    Personal(CenterKeys keys) {
        this.keys = keys;
    }

    /** @param phone in E.164; null where there is none, as is email */
    record Open(String phone, String email, Map<String, String> fields) {}

    byte[] seal(UUID centerId, String phone, String email, Map<String, String> fields) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(160);
        try (JsonGenerator out = Json.mapper().getFactory().createGenerator(json)) {
            out.writeStartObject();
            if (phone != null) {
                out.writeStringField("phone", phone);
            }
            if (email != null) {
                out.writeStringField("email", email);
            }
            out.writeObjectFieldStart("fields");
            for (Map.Entry<String, String> field : fields.entrySet()) {
                out.writeStringField(field.getKey(), field.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys.encrypt(centerId, json.toByteArray(), CONTEXT);
    }

    Open open(UUID centerId, byte[] sealed) {
        JsonNode json = Json.tree(keys.decrypt(centerId, sealed, CONTEXT));
        Map<String, String> fields = new LinkedHashMap<>();
        json.path("fields").properties().forEach(f -> fields.put(f.getKey(), f.getValue().asText()));
        return new Open(
                json.path("phone").asText(null), json.path("email").asText(null), fields);
    }
}
