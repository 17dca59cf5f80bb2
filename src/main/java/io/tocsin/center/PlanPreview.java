package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.PlannedResource;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.SpecHash;
import io.tocsin.riskpack.NumberType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What applying a plan would do, item by item, before anything happens: a pure function of ledger and plan. */
public final class PlanPreview {
    private static final String NUMBER = "phone-number";

    private PlanPreview() {}

    public enum Change {
        CREATE,
        CHANGE,
        KEEP,
        REMOVE
    }

    /**
     * @param vendorId what the vendor calls it; absent before it exists
     * @param detail what else a person should know: which number, from stock or bought
     * @param number of a telephone number, what sort it is and where it comes from
     */
    public record Item(
            Change change,
            String name,
            String kind,
            Phrase title,
            Optional<String> vendorId,
            Optional<Phrase> detail,
            Optional<NumberSource> number) {}

    /** Where a number of the plan comes from. */
    public enum Origin {
        HELD,
        STOCK,
        BOUGHT
    }

    public record NumberSource(String country, NumberType type, Origin origin) {
        boolean bought() {
            return origin == Origin.BOUGHT;
        }

        boolean isNew() {
            return origin != Origin.HELD;
        }
    }

    /** @param standbyStock numbers in stock that fit, by country and type, as {@code US/freephone} */
    static List<Item> of(List<Resource> ledger, List<PlannedResource> plan, Map<String, List<String>> standbyStock) {
        Map<String, Resource> existing = new HashMap<>();
        ledger.stream()
                .filter(r -> !r.isGone())
                .forEach(r -> existing.put(r.key().name(), r));
        Map<String, List<String>> stock = new HashMap<>();
        standbyStock.forEach((sort, numbers) -> stock.put(sort, new ArrayList<>(numbers)));
        List<Item> items = new ArrayList<>();
        Set<String> planned = new HashSet<>();
        for (PlannedResource p : plan) {
            planned.add(p.name());
            Resource present = existing.get(p.name());
            if (present == null) {
                items.add(created(p, stock));
            } else {
                boolean same = SpecHash.of(p.spec()).equals(SpecHash.of(present.spec()))
                        && p.dependsOn().equals(present.dependsOn());
                items.add(new Item(
                        same ? Change.KEEP : Change.CHANGE,
                        p.name(),
                        p.kind(),
                        p.title(),
                        Optional.ofNullable(present.vendorId()),
                        number(present),
                        sort(p, Origin.HELD)));
            }
        }
        existing.values().stream()
                .filter(r -> !planned.contains(r.key().name()))
                .map(r -> new Item(
                        Change.REMOVE,
                        r.key().name(),
                        r.kind(),
                        r.title(),
                        Optional.ofNullable(r.vendorId()),
                        returned(r),
                        Optional.empty()))
                .forEach(items::add);
        return items;
    }

    private static Item created(PlannedResource planned, Map<String, List<String>> stock) {
        Optional<Phrase> detail = Optional.empty();
        Optional<NumberSource> number = Optional.empty();
        if (planned.kind().equals(NUMBER)) {
            List<String> fitting = stock.getOrDefault(
                    planned.spec().path("country").asText() + "/"
                            + planned.spec().path("type").asText(),
                    List.of());
            number = sort(planned, fitting.isEmpty() ? Origin.BOUGHT : Origin.STOCK);
            detail = Optional.of(
                    fitting.isEmpty()
                            ? Phrase.of("bought from the carrier", "キャリアから購入")
                            : Phrase.of("%s, from standby stock", "%s（待機在庫から）").with(fitting.removeFirst()));
        }
        return new Item(
                Change.CREATE, planned.name(), planned.kind(), planned.title(), Optional.empty(), detail, number);
    }

    private static Optional<NumberSource> sort(PlannedResource planned, Origin origin) {
        return planned.kind().equals(NUMBER)
                ? Optional.of(new NumberSource(
                        planned.spec().path("country").asText(),
                        NumberType.of(planned.spec().path("type").asText()),
                        origin))
                : Optional.empty();
    }

    private static Optional<Phrase> number(Resource resource) {
        return resource.outputs() != null && resource.outputs().hasNonNull("phoneNumber")
                ? Optional.of(Phrase.same(resource.outputs().get("phoneNumber").asText()))
                : Optional.empty();
    }

    private static Optional<Phrase> returned(Resource resource) {
        return number(resource)
                .map(n -> Phrase.of(
                        n.en() + ": goes back to the inventory in quarantine, still answered; not released",
                        n.ja() + ": 在庫に戻り隔離されます（応答は継続）。解放はされません"));
    }
}
