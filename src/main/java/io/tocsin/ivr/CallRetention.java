package io.tocsin.ivr;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What goes of a center's calls when its retention is over: who called, and which number asked for a call-back. */
@ApplicationScoped
public class CallRetention {
    private final Sql sql;

    CallRetention(Sql sql) {
        this.sql = sql;
    }

    /** In the transaction that destroys the center's keys. What was pressed when, and how calls ended, stays. */
    public void destroy(UUID centerId) {
        sql.update(
                "update call set caller_hash = null, caller_encrypted = null where center_id = ?"
                        + " and (caller_hash is not null or caller_encrypted is not null)",
                centerId);
        // the row's own id stands in: it tells nothing, and keeps several requests of one call apart
        sql.update(
                "update callback_request set number_hash = id::text, number_encrypted = null where center_id = ?",
                centerId);
    }
}
