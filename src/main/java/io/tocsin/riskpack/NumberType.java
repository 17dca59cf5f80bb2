package io.tocsin.riskpack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The kinds of phone number that a center can be given; in JSON {@code local}, {@code freephone}, {@code mobile}.
 */
public enum NumberType {
    /** A number with an area code. */
    LOCAL,
    /** Free for the caller: 0120/0800 in Japan, 800 in the United States. */
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
