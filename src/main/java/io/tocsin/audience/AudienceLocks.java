package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who waits for whom; all locks end with their transaction. */
@ApplicationScoped
class AudienceLocks {
    private final Sql sql;

    AudienceLocks(Sql sql) {
        this.sql = sql;
    }

    /**
     * One at a time adds to an audience. And no opt-out of the center is kept between our look at the opt-outs and our
     * commit, which would miss the recipients that we are adding.
     */
    void adding(Audience audience) {
        sql.first(
                "select pg_advisory_xact_lock_shared(hashtextextended(?, 12)),"
                        + " pg_advisory_xact_lock(hashtextextended(?, 13))",
                row -> true,
                audience.centerId().toString(),
                audience.id().toString());
    }

    /** Waits until those who are adding have committed; who comes to add later waits for us. */
    void suppressing(UUID centerId) {
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 12))", row -> true, centerId.toString());
    }
}
