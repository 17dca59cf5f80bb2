package io.tocsin.provisioning;

import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A vendor that lives in memory: keeps whatever it is told to make, as often as it is told, and remembers who asked what. */
@ApplicationScoped
public class TestThings implements ResourceDriver {
    static final String KIND = "test-thing";

    /** What exists, by label: a careless engine makes two of one. */
    private final Map<String, List<String>> things = new ConcurrentHashMap<>();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<Work>> beforeCreate = new ConcurrentHashMap<>();
    private final Map<String, Consumer<Work>> afterCreate = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String vendor() {
        return "test";
    }

    @Override
    public List<Made> find(Work work) {
        asked.add("find " + work.key().name());
        return things.getOrDefault(work.key().label(), List.of()).stream()
                .map(TestThings::made)
                .toList();
    }

    @Override
    public Made create(Work work) {
        asked.add("create " + work.key().name());
        beforeCreate.getOrDefault(work.key().name(), w -> {}).accept(work);
        String id = UUID.randomUUID().toString();
        things.computeIfAbsent(work.key().label(), label -> new CopyOnWriteArrayList<>())
                .add(id);
        afterCreate.getOrDefault(work.key().name(), w -> {}).accept(work);
        return made(id);
    }

    @Override
    public Made update(Work work) {
        asked.add("update " + work.key().name());
        return work.current().orElseThrow();
    }

    @Override
    public void delete(Work work) {
        asked.add("delete " + work.key().name());
        things.getOrDefault(work.key().label(), new ArrayList<>())
                .remove(work.current().orElseThrow().vendorId());
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return things.entrySet().stream()
                .filter(e -> e.getKey().startsWith(ResourceKey.labelPrefix(centerId)))
                .flatMap(e -> e.getValue().stream().map(id -> new Listed(e.getKey(), id)))
                .toList();
    }

    private static Made made(String id) {
        return new Made(id, Json.object());
    }

    /** What happens before the vendor makes a thing of this name; may throw. */
    void before(String name, Consumer<Work> happens) {
        beforeCreate.put(name, happens);
    }

    /** What happens when the thing is made and the answer not yet given; may throw. */
    void after(String name, Consumer<Work> happens) {
        afterCreate.put(name, happens);
    }

    void forget() {
        asked.clear();
        beforeCreate.clear();
        afterCreate.clear();
    }

    /** What was asked of the vendor since it last forgot, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int count(ResourceKey key) {
        return things.getOrDefault(key.label(), List.of()).size();
    }

    /** Somebody removes it behind the engine's back. */
    void lose(ResourceKey key) {
        things.remove(key.label());
    }

    static VendorFailure lost() {
        return new VendorFailure.Unknown(Phrase.of("the answer was lost", "応答が失われました"), null);
    }

    static VendorFailure needsPerson() {
        return new VendorFailure.NeedsPerson(
                Phrase.of("it is forbidden", "禁止されています"), Phrase.of("allow it", "許可してください"));
    }
}
