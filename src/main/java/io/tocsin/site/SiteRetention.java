package io.tocsin.site;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What goes when a center's retention is over: who proved who they are, and by which contact. */
@ApplicationScoped
public class SiteRetention {
    private final Sql sql;

    SiteRetention(Sql sql) {
        this.sql = sql;
    }

    /** In the transaction that destroys the center's keys. */
    public void destroy(UUID centerId) {
        sql.update("delete from site_challenge where center_id = ?", centerId);
    }
}
