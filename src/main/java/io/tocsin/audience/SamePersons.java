package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds rows that name one person by different keys: a customer number here, only an e-mail address or a phone with the
 * name there. Nothing is joined, since a wrong join cannot be undone; the weaker row is marked, and whoever sends a
 * message sends one.
 */
@ApplicationScoped
class SamePersons {
    private static final String MARK = """
            update recipient w set same_as = m.person
            from (select distinct on (c.id) c.id, c.person
                  from (select w.id, s.identity, coalesce(s.same_as, s.id) as person
                        from recipient w join recipient s
                            on s.audience_id = w.audience_id and s.email_hash = w.email_hash and s.identity < w.identity
                        where w.audience_id = ? and w.identity = ?
                        union all
                        select w.id, s.identity, coalesce(s.same_as, s.id) as person
                        from recipient w join recipient s
                            on s.audience_id = w.audience_id and s.phone_name = w.phone_name and s.identity < w.identity
                        where w.audience_id = ? and w.identity = ?) c
                  order by c.id, c.identity, c.person) m
            where w.id = m.id and w.same_as is distinct from m.person""";

    private final Sql sql;
    private final AudienceLocks locks;

    SamePersons(Sql sql, AudienceLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    /** In the surrounding transaction; a second time it changes nothing. */
    void mark(Audience audience) {
        locks.adding(audience);
        // The stronger first, so that a chain ends at its strongest.
        for (Identity weaker : new Identity[] {Identity.EMAIL, Identity.PHONE_AND_NAME}) {
            sql.update(MARK, audience.id(), weaker.rank(), audience.id(), weaker.rank());
        }
    }
}
