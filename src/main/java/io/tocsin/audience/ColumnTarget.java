package io.tocsin.audience;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a column of a list is taken as.
 *
 * @param name under which the value is kept; empty where the kind says it all
 */
record ColumnTarget(Kind kind, String name) {
    /** As people write it: {@code phone}, {@code item:store}, {@code personal:birthday}. */
    enum Kind {
        IGNORE,
        NAME,
        PHONE,
        EMAIL,
        CUSTOMER_NUMBER,
        ADDRESS,
        POSTAL_CODE,
        COUNTRY,
        REGION,
        LANGUAGE,
        ZONE,
        MODEL,
        SERIAL,
        LOT,
        QUANTITY,
        /** Any further thing about the item, kept readable, for segments. */
        ITEM,
        /** Any further thing about the person that does not tell who it is, kept readable, for segments. */
        ATTRIBUTE,
        /** Any further thing about the person, kept encrypted. */
        PERSONAL;

        String code() {
            String[] words = name().toLowerCase(Locale.ROOT).split("_");
            return words[0]
                    + Arrays.stream(words, 1, words.length)
                            .map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1))
                            .collect(Collectors.joining());
        }

        boolean isNamed() {
            return this == ITEM || this == ATTRIBUTE || this == PERSONAL;
        }
    }

    static final ColumnTarget IGNORE = new ColumnTarget(Kind.IGNORE, "");

    static String codes() {
        return Arrays.stream(Kind.values())
                .map(k -> k.isNamed() ? k.code() + ":<name>" : k.code())
                .collect(Collectors.joining(", "));
    }

    static Optional<ColumnTarget> read(String text) {
        int colon = text.indexOf(':');
        String code = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? "" : text.substring(colon + 1).strip();
        return Arrays.stream(Kind.values())
                .filter(k -> k.code().equals(code) && k.isNamed() == !name.isEmpty() && name.length() <= 100)
                .findFirst()
                .map(k -> new ColumnTarget(k, name));
    }

    String code() {
        return kind.isNamed() ? kind.code() + ":" + name : kind.code();
    }
}
