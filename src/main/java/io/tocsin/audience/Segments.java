package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds who belongs to a segment, in one statement. */
@ApplicationScoped
public class Segments {
    private final Sql sql;

    Segments(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param recipients all of the segment
     * @param byPhoneKind how many have which kind of phone; {@code NONE} for no phone
     * @param withEmail how many have an e-mail address
     * @param suppressed how many have opted out
     */
    public record Count(long recipients, java.util.Map<String, Long> byPhoneKind, long withEmail, long suppressed) {}

    /** For {@code insert … select … from recipient r where <condition>} and the like. */
    public SqlWhere where(UUID audienceId, Segment segment) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(audienceId);
        String condition = new SegmentSql(arguments).person(segment.criterion());
        return new SqlWhere("r.audience_id = ? and " + condition, arguments);
    }

    /** Whether rows of the list are one person under different keys: {@code same_as} of the weaker tells whom. */
    public boolean hasSamePersons(UUID audienceId) {
        return sql.first(
                        "select 1 from recipient where audience_id = ? and same_as is not null limit 1",
                        row -> true,
                        audienceId)
                .isPresent();
    }

    public Count count(UUID audienceId, Segment segment) {
        SqlWhere where = where(audienceId, segment);
        var kinds = new java.util.TreeMap<String, Long>();
        long[] totals = new long[3];
        sql.list(
                "select coalesce(r.phone_kind, 'NONE') kind, count(*) n, count(*) filter (where r.has_email) mail,"
                        + " count(r.suppressed_at) suppressed from recipient r where " + where.condition()
                        + " group by 1",
                row -> {
                    kinds.put(row.getString("kind"), row.getLong("n"));
                    totals[0] += row.getLong("n");
                    totals[1] += row.getLong("mail");
                    totals[2] += row.getLong("suppressed");
                    return null;
                },
                where.arguments().toArray());
        return new Count(totals[0], kinds, totals[1], totals[2]);
    }
}
