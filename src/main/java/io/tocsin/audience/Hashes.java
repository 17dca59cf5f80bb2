package io.tocsin.audience;

import io.tocsin.platform.CenterKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Keyed hashes, 16 bytes each: equal for equal persons, contacts and items, and telling nothing. */
@ApplicationScoped
class Hashes {
    private static final int BYTES = 16;

    private final CenterKeys keys;

    Hashes(CenterKeys keys) {
        this.keys = keys;
    }

    byte[] contact(Contact contact) {
        return hash(contact.value());
    }

    /** Null for no phone. */
    byte[] phone(RecipientPhone phone) {
        return phone == null ? null : hash(phone.e164());
    }

    /** Null for no address. */
    byte[] email(String email) {
        return email == null ? null : contact(Contact.email(email));
    }

    byte[] person(NewRecipient recipient) {
        return hash(PersonKey.of(recipient));
    }

    /** Null where the phone or the name is missing. */
    byte[] phoneAndName(String e164, Map<String, String> fields) {
        return e164 == null || fields.get(Fields.NAME) == null ? null : hash(PersonKey.phoneAndName(e164, fields));
    }

    /** Of a {@link NameForm}; null for null. */
    Long name(String form) {
        return form == null
                ? null
                : ByteBuffer.wrap(keys.lookupBytes("name\n" + form)).getLong();
    }

    /** The same thing: same model, serial, lot and attributes. Without a serial, quantity does not make another thing. */
    byte[] item(NewRecipient.Item item) {
        StringBuilder text = new StringBuilder("item");
        for (String part : new String[] {item.model(), item.serial(), item.lot()}) {
            text.append('\n').append(part == null ? "" : Texts.code(part));
        }
        if (item.serial() == null) {
            for (Map.Entry<String, String> attribute : new TreeMap<>(item.attributes()).entrySet()) {
                text.append('\n').append(attribute.getKey()).append('=').append(attribute.getValue());
            }
        }
        return hash(text.toString());
    }

    private byte[] hash(String value) {
        return Arrays.copyOf(keys.lookupBytes(value), BYTES);
    }
}
