package io.tocsin.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.time.Instant;
import java.util.UUID;

/** The envelope on Kafka: CloudEvents 1.0, structured mode, JSON. */
public final class CloudEventJson {
    public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private CloudEventJson() {}

    static String write(UUID id, String type, String key, Instant at, String data) {
        ObjectNode event = Json.object();
        event.put("specversion", "1.0");
        event.put("id", id.toString());
        event.put("source", "/tocsin");
        event.put("type", "io.tocsin." + type);
        event.put("subject", key);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "urn:tocsin:schema:" + type);
        event.set("data", Json.tree(data));
        return event.toString();
    }
}
