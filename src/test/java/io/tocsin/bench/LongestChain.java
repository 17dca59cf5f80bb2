package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The most carrier calls that must wait for each other, read from a center's resources. */
final class LongestChain {
    private final Map<String, JsonNode> byName = new HashMap<>();
    private final Map<String, Integer> known = new HashMap<>();

    private LongestChain(JsonNode resources) {
        resources.forEach(r -> byName.put(r.path("key").path("name").asText(), r));
    }

    static int of(JsonNode resources) {
        LongestChain chain = new LongestChain(resources);
        return chain.byName.keySet().stream().mapToInt(chain::upTo).max().orElse(0);
    }

    private int upTo(String name) {
        Integer before = known.get(name);
        if (before != null) {
            return before;
        }
        JsonNode resource = byName.get(name);
        int deepest = 0;
        for (JsonNode needed : resource.path("dependsOn")) {
            deepest = Math.max(deepest, upTo(needed.asText()));
        }
        int total = deepest + calls(resource.path("kind").asText());
        known.put(name, total);
        return total;
    }

    /** Carrier calls that making one of a kind takes at least, one after the other. */
    private static int calls(String kind) {
        return switch (kind) {
            case "phone-number" -> 2; // search, buy
            case "routing-workspace",
                    "messaging-service",
                    "messaging-sender",
                    "routing-activity",
                    "routing-queue",
                    "routing-workflow",
                    "routing-worker" -> 1;
            default -> 0;
        };
    }
}
