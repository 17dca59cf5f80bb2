package io.tocsin.audience;

import java.util.Optional;

/** What recipients are selected by. */
sealed interface SegmentField {
    /** About the person: a column of {@code recipient r}. */
    enum Person implements SegmentField {
        REGION("region", "r.region"),
        COUNTRY("country", "r.country"),
        LANGUAGE("language", "r.language"),
        ZONE("zone", "r.zone"),
        PHONE_KIND("phoneKind", "r.phone_kind"),
        EMAIL("email", "case when r.has_email then 'yes' end"),
        OPTED_OUT("optedOut", "case when r.suppressed_at is not null then 'yes' end");

        private final String name;
        private final String column;

        Person(String name, String column) {
            this.name = name;
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** About an item: a column of {@code recipient_item i}. */
    enum Item implements SegmentField {
        MODEL("model"),
        SERIAL("serial"),
        LOT("lot");

        private final String name;

        Item(String name) {
            this.name = name;
        }

        String column() {
            return "i." + name;
        }
    }

    /** Any other column of the list that was not kept as personal: {@code attribute.leaked}. */
    record PersonAttribute(String name) implements SegmentField {}

    /** {@code item.store}. */
    record ItemAttribute(String name) implements SegmentField {}

    String NAMES = "model, serial, lot, region, country, language, zone, phoneKind, email, optedOut,"
            + " attribute.<name>, item.<name>";

    static Optional<SegmentField> named(String name) {
        for (Person field : Person.values()) {
            if (field.name.equals(name)) {
                return Optional.of(field);
            }
        }
        for (Item field : Item.values()) {
            if (field.name.equals(name)) {
                return Optional.of(field);
            }
        }
        if (name.startsWith("attribute.") && name.length() > "attribute.".length()) {
            return Optional.of(new PersonAttribute(name.substring("attribute.".length())));
        }
        if (name.startsWith("item.") && name.length() > "item.".length()) {
            return Optional.of(new ItemAttribute(name.substring("item.".length())));
        }
        return Optional.empty();
    }
}
