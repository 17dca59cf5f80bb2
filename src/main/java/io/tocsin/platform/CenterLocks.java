package io.tocsin.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * One change of a center at a time, across replicas. Taken first in every transaction that changes a center or its
 * resources, so that such transactions cannot block each other; ends with the transaction.
 */
@ApplicationScoped
public class CenterLocks {
    private final Sql sql;

    CenterLocks(Sql sql) {
        this.sql = sql;
    }

    public void lock(UUID centerId) {
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 1))", row -> true, centerId.toString());
    }
}
