package io.tocsin.seat;

import java.util.Locale;

/** Where an agent works. */
public enum Site {
    HEADQUARTERS,
    SECOND_SITE,
    HOME,
    PARTNER;

    /** As packs, rosters and the API write it: {@code second-site}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
