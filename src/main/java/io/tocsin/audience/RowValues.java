package io.tocsin.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of one row by what they are; several columns of one kind are put together. */
final class RowValues {
    final StringBuilder name = new StringBuilder();
    final StringBuilder address = new StringBuilder();
    final List<String> phones = new ArrayList<>(2);
    final List<String> emails = new ArrayList<>(1);
    final Map<String, String> personal = new LinkedHashMap<>();
    final Map<String, String> attributes = new HashMap<>();
    final Map<String, String> itemAttributes = new HashMap<>();
    String customerNumber;
    String postalCode;
    String country;
    String region;
    String language;
    String zone;
    String model;
    String serial;
    String lot;
    String quantity;
    int longestCode;

    void take(ColumnTarget target, String value) {
        switch (target.kind()) {
            case IGNORE -> {}
            case NAME -> append(name, value);
            case ADDRESS -> append(address, value);
            case PHONE -> phones.add(value);
            case EMAIL -> emails.add(value);
            case CUSTOMER_NUMBER -> customerNumber = code(value);
            case POSTAL_CODE -> postalCode = value;
            case COUNTRY -> country = value;
            case REGION -> region = value;
            case LANGUAGE -> language = value;
            case ZONE -> zone = value;
            case MODEL -> model = code(value);
            case SERIAL -> serial = code(Texts.code(value));
            case LOT -> lot = code(Texts.code(value));
            case QUANTITY -> quantity = value;
            case ITEM -> itemAttributes.put(target.name(), value);
            case ATTRIBUTE -> attributes.put(target.name(), value);
            case PERSONAL -> personal.put(target.name(), value);
        }
    }

    String code(String value) {
        longestCode = Math.max(longestCode, value.length());
        return value;
    }

    private static void append(StringBuilder text, String value) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(value);
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, Fields.NAME, name.toString());
        put(fields, Fields.CUSTOMER_NUMBER, customerNumber);
        put(fields, Fields.POSTAL_CODE, postalCode);
        if (!address.isEmpty()) {
            String whole = address.toString();
            // a list with a column for the prefecture has the rest in the address
            boolean apart = region != null && !whole.startsWith(region) && country == null;
            put(fields, Fields.ADDRESS, apart ? region + (region.charAt(0) > 0x2fff ? "" : " ") + whole : whole);
        }
        fields.putAll(personal);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
