package io.tocsin.provisioning;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every driver that the rooms above brought along, by kind. */
@ApplicationScoped
public class Drivers {
    private final Map<String, ResourceDriver> byKind;

    Drivers(@All List<ResourceDriver> drivers) {
        byKind = drivers.stream().collect(Collectors.toUnmodifiableMap(ResourceDriver::kind, Function.identity()));
    }

    public ResourceDriver of(String kind) {
        ResourceDriver driver = byKind.get(kind);
        if (driver == null) {
            throw new IllegalStateException("no driver makes a '" + kind + "'; known: " + byKind.keySet());
        }
        return driver;
    }

    public List<ResourceDriver> all() {
        return List.copyOf(byKind.values());
    }

    Set<String> vendors() {
        return byKind.values().stream().map(ResourceDriver::vendor).collect(Collectors.toUnmodifiableSet());
    }
}
