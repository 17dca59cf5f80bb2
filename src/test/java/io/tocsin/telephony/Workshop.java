package io.tocsin.telephony;

import io.quarkus.arc.All;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Calls drivers as the engine would, one after the other. */
@ApplicationScoped
public class Workshop {
    private final List<ResourceDriver> drivers;
    private final NumberInventory inventory;

    Workshop(@All List<ResourceDriver> drivers, NumberInventory inventory) {
        this.drivers =
                drivers.stream().filter(d -> d.vendor().equals(Carrier.VENDOR)).toList();
        this.inventory = inventory;
    }

    NumberInventory inventory() {
        return inventory;
    }

    ResourceDriver driver(String kind) {
        return drivers.stream().filter(d -> d.kind().equals(kind)).findFirst().orElseThrow();
    }

    Center center() {
        return new Center(Ids.next(Instant.now()));
    }

    final class Center {
        final UUID id;
        private final Map<String, Made> made = new LinkedHashMap<>();
        private final Map<String, Work> works = new LinkedHashMap<>();
        private final Map<String, String> kinds = new LinkedHashMap<>();

        private Center(UUID id) {
            this.id = id;
        }

        ResourceKey key(String name) {
            return new ResourceKey(id, name);
        }

        Work work(String name, Object spec) {
            return new Work(
                    key(name), Mode.DRILL, Json.tree(spec), Map.copyOf(made), Optional.ofNullable(made.get(name)));
        }

        Made make(String kind, String name, Object spec) {
            Made result = driver(kind).create(work(name, spec));
            keep(kind, name, spec, result);
            return result;
        }

        void keep(String kind, String name, Object spec, Made result) {
            works.put(name, work(name, spec));
            kinds.put(name, kind);
            made.put(name, result);
        }

        void removeAll() {
            List<String> names = new ArrayList<>(works.keySet()).reversed();
            for (String name : names) {
                Work work = works.get(name);
                driver(kinds.get(name))
                        .delete(new Work(
                                work.key(),
                                work.mode(),
                                work.spec(),
                                work.dependencies(),
                                Optional.of(made.get(name))));
            }
        }

        List<ResourceDriver.Listed> census() {
            return drivers.stream()
                    .flatMap(driver -> driver.census(id, Mode.DRILL).stream())
                    .toList();
        }
    }
}
