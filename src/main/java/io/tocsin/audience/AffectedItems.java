package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether something is on the lists of a center. Tells of the thing, never of its owner. */
@ApplicationScoped
public class AffectedItems {
    private final Sql sql;

    AffectedItems(Sql sql) {
        this.sql = sql;
    }

    /** @param typed a serial or lot number as people read it off: spaces, hyphens and small letters are forgiven */
    public boolean isListed(UUID centerId, String typed) {
        String code = Texts.code(typed);
        if (code == null) {
            return false;
        }
        String[] wordings = Stream.of(
                        typed.strip(), code, code.replaceAll("[\\s-]", ""), code.toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        return sql.first(
                        "select 1 from recipient_item where center_id = ? and serial = any(?) limit 1",
                        row -> true,
                        centerId,
                        wordings)
                .isPresent();
    }
}
