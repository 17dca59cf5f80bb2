package io.tocsin.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;

/** What a task's attributes say of a call; the caller's number among them is left alone. */
record QueuedCall(
        String callSid, String queue, String reason, String language, boolean personalData, boolean toldOfListening) {
    static QueuedCall of(String attributes) {
        JsonNode task;
        try {
            task = attributes.isEmpty() ? Json.object() : Json.tree(attributes);
        } catch (IllegalArgumentException e) {
            task = Json.object();
        }
        return new QueuedCall(
                task.path("call_sid").asText(task.path("callSid").asText()),
                task.path("queue").asText(),
                task.path("reason").asText(),
                task.path("language").asText(),
                // What does not say that it is harmless may be personal.
                task.path("personalData").asBoolean(true),
                task.path("toldOfListening").asBoolean(false));
    }
}
