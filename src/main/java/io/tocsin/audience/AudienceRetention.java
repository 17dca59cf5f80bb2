package io.tocsin.audience;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What remains of a center's audiences: numbers for the evidence, and after retention nothing else. */
@ApplicationScoped
public class AudienceRetention {
    private static final Phrase OVER =
            Phrase.of("The center's data was destroyed at the end of its retention.", "保存期間の終了によりデータが破棄されました。");

    private final Sql sql;
    private final AudienceLocks locks;
    private final Clock clock;

    AudienceRetention(Sql sql, AudienceLocks locks, Clock clock) {
        this.sql = sql;
        this.locks = locks;
        this.clock = clock;
    }

    /** Deletes people, opt-outs, uploads and rows set aside; call together with destroying the center's keys. */
    @Transactional
    public void destroy(UUID centerId) {
        locks.suppressing(centerId);
        // an import that is still running finds itself ended, and its next batch is not stored
        sql.update(
                "update audience_import set state = 'FAILED', failure_en = ?, failure_ja = ?, ended_at = ?,"
                        + " lease_until = null, fence = fence + 1"
                        + " where center_id = ? and state in ('UPLOADED', 'RUNNING')",
                OVER.en(),
                OVER.ja(),
                clock.instant(),
                centerId);
        for (String table : new String[] {"audience_upload", "import_remark"}) {
            sql.update(
                    "delete from " + table + " where import_id in (select id from audience_import where center_id = ?)",
                    centerId);
        }
        for (String table : new String[] {"recipient_item", "recipient", "suppression", "audience_segment"}) {
            sql.update("delete from " + table + " where center_id = ?", centerId);
        }
    }

    /** Counts only, per audience and for the opt-outs: fit for an evidence export. */
    public Map<String, Object> counts(UUID centerId) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put(
                "audiences",
                sql.list(
                        """
                        select a.id, count(r.id) recipients, count(r.suppressed_at) suppressed
                          from audience a left join recipient r on r.audience_id = a.id
                         where a.center_id = ? group by a.id order by a.id\
                        """,
                        row -> Map.of(
                                "audience", row.getString(1), "recipients", row.getLong(2), "optedOut", row.getLong(3)),
                        centerId));
        counts.put(
                "imports",
                sql.list(
                        "select id, audience_id, state, rows_done, stored, merged, items, set_aside from"
                                + " audience_import where center_id = ? order by id",
                        row -> Map.of(
                                "import", row.getString(1),
                                "audience", row.getString(2),
                                "state", row.getString(3),
                                "rows", row.getLong(4),
                                "stored", row.getLong(5),
                                "merged", row.getLong(6),
                                "items", row.getLong(7),
                                "setAside", row.getLong(8)),
                        centerId));
        counts.put(
                "optOuts",
                sql.list(
                        "select reason, count(*) from suppression where center_id = ? group by 1 order by 1",
                        row -> Map.of("reason", row.getString(1), "contacts", row.getLong(2)),
                        centerId));
        return counts;
    }
}
