package io.tocsin.telephony;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a number costs its callers and where it can be bought; in JSON {@code local}, {@code freephone}, {@code mobile}. */
public enum NumberType {
    LOCAL,
    FREEPHONE,
    MOBILE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static NumberType of(String word) {
        return switch (word.toLowerCase(Locale.ROOT).replace('-', '_')) {
            case "local" -> LOCAL;
            case "freephone", "toll_free", "tollfree" -> FREEPHONE;
            case "mobile" -> MOBILE;
            default -> throw new IllegalArgumentException("not a kind of number: " + word);
        };
    }
}
