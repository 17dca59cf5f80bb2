package io.tocsin.audience;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Persons of one batch, each once, ready to be stored: merged, hashed, sealed. Made without the database, so that many
 * threads can prepare while one stores.
 *
 * @param of for each given recipient, in order, who it became
 */
record PersonRows(Collection<Row> rows, List<Row> of) {
    /** @param id if the person turns out to be new */
    record Row(
            UUID id,
            ByteBuffer key,
            NewRecipient person,
            byte[] phoneHash,
            byte[] emailHash,
            byte[] phoneAndName,
            Long name,
            Long kana,
            byte[] personal,
            String attributes,
            List<Item> items) {}

    record Item(UUID id, byte[] key, NewRecipient.Item item, String attributes) {}

    static PersonRows of(UUID centerId, List<NewRecipient> recipients, Hashes hashes, Personal personal, Instant now) {
        Map<ByteBuffer, NewRecipient> persons = LinkedHashMap.newLinkedHashMap(recipients.size());
        List<ByteBuffer> keys = new ArrayList<>(recipients.size());
        for (NewRecipient recipient : recipients) {
            ByteBuffer key = ByteBuffer.wrap(hashes.person(recipient));
            keys.add(key);
            persons.merge(key, recipient, Merging::fillGaps);
        }
        Map<ByteBuffer, Row> rows = LinkedHashMap.newLinkedHashMap(persons.size());
        persons.forEach((key, person) -> rows.put(key, row(centerId, key, person, hashes, personal, now)));
        return new PersonRows(rows.values(), keys.stream().map(rows::get).toList());
    }

    private static Row row(
            UUID centerId, ByteBuffer key, NewRecipient person, Hashes hashes, Personal personal, Instant now) {
        return new Row(
                Ids.next(now),
                key,
                person,
                hashes.phone(person.phone()),
                hashes.email(person.email()),
                hashes.phoneAndName(
                        person.phone() == null ? null : person.phone().e164(), person.fields()),
                hashes.name(NameForm.of(person.fields().get(Fields.NAME))),
                hashes.name(NameForm.reading(person.fields())),
                personal.seal(
                        centerId,
                        person.phone() == null ? null : person.phone().e164(),
                        person.email(),
                        person.fields()),
                document(person.attributes()),
                items(person, hashes, now));
    }

    private static List<Item> items(NewRecipient person, Hashes hashes, Instant now) {
        Map<ByteBuffer, Item> items =
                LinkedHashMap.newLinkedHashMap(person.items().size());
        for (NewRecipient.Item item : person.items()) {
            byte[] key = hashes.item(item);
            items.putIfAbsent(ByteBuffer.wrap(key), new Item(Ids.next(now), key, item, document(item.attributes())));
        }
        return List.copyOf(items.values());
    }

    /** Null for nothing. */
    static String document(Map<String, String> values) {
        return values.isEmpty() ? null : Json.write(values);
    }
}
