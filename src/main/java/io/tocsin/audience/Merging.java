package io.tocsin.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several rows of one person: what was said first stands, what comes later fills the gaps and adds items. */
final class Merging {
    private Merging() {}

    static NewRecipient fillGaps(NewRecipient first, NewRecipient later) {
        List<NewRecipient.Item> items = new ArrayList<>(first.items());
        items.addAll(later.items());
        return new NewRecipient(
                first.language(),
                first.zone(),
                first.country(),
                first.region() != null ? first.region() : later.region(),
                first.phone() != null ? first.phone() : later.phone(),
                first.email() != null ? first.email() : later.email(),
                fillGaps(first.fields(), later.fields()),
                fillGaps(first.attributes(), later.attributes()),
                items);
    }

    static Map<String, String> fillGaps(Map<String, String> first, Map<String, String> later) {
        if (first.keySet().containsAll(later.keySet())) {
            return first;
        }
        Map<String, String> result = new LinkedHashMap<>(later);
        result.putAll(first);
        return result;
    }
}
