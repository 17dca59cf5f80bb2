package io.tocsin.announcement;

import io.tocsin.audience.Recipient;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A reader who stands for all: what is written to nobody in particular is checked, and shown, as they would read it. */
final class Somebody {
    /** As long as a real one. */
    static final String CODE = "000000000000";

    private Somebody() {}

    static Recipient reading(Announcement a, String language) {
        return new Recipient(
                new UUID(0, 0),
                a.audienceId(),
                a.centerId(),
                language,
                ZoneOffset.UTC,
                "",
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                CODE);
    }
}
