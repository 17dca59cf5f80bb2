package io.tocsin.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way on which a notice goes out. */
public enum Channel {
    SMS(false),
    EMAIL(true),
    /** A page of its own; its body is HTML. */
    WEB(true),
    PRESS(true),
    LETTER(true),
    /** A post on social media. */
    SOCIAL(false);

    private final boolean hasSubject;

    Channel(boolean hasSubject) {
        this.hasSubject = hasSubject;
    }

    /** Whether notices on this channel have a heading. */
    public boolean hasSubject() {
        return hasSubject;
    }

    /** As in file names and rules: small letters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    /** Whether only a pointer to the whole notice fits. */
    public boolean isShort() {
        return switch (this) {
            case SMS, SOCIAL -> true;
            case EMAIL, WEB, PRESS, LETTER -> false;
        };
    }
}
