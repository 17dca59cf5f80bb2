package io.tocsin.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver is asked to do, complete: a driver never looks anything up in the ledger.
 *
 * @param key the resource's lasting name; travels to the vendor as {@link ResourceKey#label()}
 * @param spec what is wanted, as the driver's own spec record in JSON
 * @param dependencies what it depends on, by resource name, ready-made
 * @param current what the ledger knows to exist; empty before the first create
 */
public record Work(ResourceKey key, Mode mode, JsonNode spec, Map<String, Made> dependencies, Optional<Made> current) {
    public <T> T spec(Class<T> type) {
        return Json.convert(spec, type);
    }

    public Made dependency(String name) {
        Made made = dependencies.get(name);
        if (made == null) {
            throw new IllegalStateException(key + " needs '" + name + "' but does not declare it as a dependency");
        }
        return made;
    }
}
