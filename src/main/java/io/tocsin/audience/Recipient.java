package io.tocsin.audience;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One person to reach, readable. Never put it into logs, events or exceptions.
 *
 * @param language BCP 47 language in which the person is addressed
 * @param country ISO 3166 code
 * @param region prefecture, state or province as the list names it; null where not known
 * @param phone null if there is none that can be used, as is email
 * @param fields what is known about the person, by name: {@code name}, {@code address}, {@code customerNumber}, and
 *     whatever else the list had
 * @param attributes what recipients can be selected by and does not tell who they are
 * @param linkCode end of the person's own addresses; see {@link PersonalLinks}
 */
public record Recipient(
        UUID id,
        UUID audienceId,
        UUID centerId,
        String language,
        ZoneId zone,
        String country,
        String region,
        RecipientPhone phone,
        String email,
        Map<String, String> fields,
        Map<String, String> attributes,
        List<RecipientItem> items,
        String linkCode) {
    public Recipient {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        items = List.copyOf(items);
    }

    /** Ids only: a recipient that slips into a log tells nothing. */
    @Override
    public String toString() {
        return "Recipient " + id;
    }
}
