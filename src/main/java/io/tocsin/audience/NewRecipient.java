package io.tocsin.audience;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One person as read from a list, cleaned; becomes a {@link Recipient}, or is merged with one that is known.
 *
 * @param region null where not known, as are phone and email
 * @param fields see {@link Recipient#fields}
 * @param attributes see {@link Recipient#attributes}
 */
public record NewRecipient(
        String language,
        ZoneId zone,
        String country,
        String region,
        RecipientPhone phone,
        String email,
        Map<String, String> fields,
        Map<String, String> attributes,
        List<Item> items) {
    public NewRecipient {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        items = List.copyOf(items);
    }

    /** See {@link RecipientItem}. */
    public record Item(String model, String serial, String lot, int quantity, Map<String, String> attributes) {
        public Item {
            attributes = Map.copyOf(attributes);
        }
    }

    @Override
    public String toString() {
        return "NewRecipient";
    }
}
