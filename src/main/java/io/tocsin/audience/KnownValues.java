package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What an audience can be selected by, from some of its people: suggestions, not all there is. */
@ApplicationScoped
class KnownValues {
    private static final int PEOPLE = 2_000;
    private static final int SHOWN = 30;

    private final Sql sql;

    KnownValues(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param byField values of the fields that a form offers
     * @param others names of the list's own columns, as {@code attribute.leaked} and {@code item.store}
     */
    record Values(Map<String, SortedSet<String>> byField, SortedSet<String> others) {
        public List<String> of(String field) {
            return byField.getOrDefault(field, new TreeSet<>()).stream()
                    .limit(SHOWN)
                    .toList();
        }
    }

    Values of(UUID audienceId) {
        Map<String, SortedSet<String>> byField = new TreeMap<>();
        SortedSet<String> others = new TreeSet<>();
        String some = "select * from recipient where audience_id = ? limit " + PEOPLE;
        sql.list(
                "select distinct region, country, language from (" + some + ") r",
                row -> {
                    add(byField, "region", row.getString(1));
                    add(byField, "country", row.getString(2));
                    return add(byField, "language", row.getString(3));
                },
                audienceId);
        sql.list(
                "select distinct i.model, i.lot from (" + some + ") r join recipient_item i on i.recipient_id = r.id",
                row -> {
                    add(byField, "model", row.getString(1));
                    return add(byField, "lot", row.getString(2));
                },
                audienceId);
        sql.list(
                "select distinct 'attribute.' || k from (" + some + ") r, jsonb_object_keys(r.attributes) k"
                        + " union select distinct 'item.' || k from (" + some
                        + ") r join recipient_item i on i.recipient_id = r.id, jsonb_object_keys(i.attributes) k",
                row -> others.add(row.getString(1)),
                audienceId,
                audienceId);
        return new Values(byField, others);
    }

    private static boolean add(Map<String, SortedSet<String>> byField, String field, String value) {
        return value != null
                && byField.computeIfAbsent(field, f -> new TreeSet<>()).add(value);
    }
}
