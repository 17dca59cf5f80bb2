package io.tocsin.audience;

import java.util.Map;
import java.util.UUID;

/**
 * Something of a recipient that the incident is about: a product bought, a contract, a record.
 *
 * @param model null where not known, as are serial and lot
 * @param quantity at least 1
 * @param attributes further columns of the list that belong to the item
 */
public record RecipientItem(
        UUID id, String model, String serial, String lot, int quantity, Map<String, String> attributes) {
    public RecipientItem {
        attributes = Map.copyOf(attributes);
    }
}
