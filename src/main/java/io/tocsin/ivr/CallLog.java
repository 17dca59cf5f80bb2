package io.tocsin.ivr;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Calls as the journal has them, for the rooms above. Nobody who answers a call waits for this. */
@ApplicationScoped
public class CallLog {
    private static final String SELECT = """
            select c.*, b.number_encrypted, exists (select 1 from center_key_set k where k.center_id = c.center_id) as readable
            from call c left join lateral (
                select number_encrypted from callback_request r where r.call_sid = c.sid order by asked_at desc limit 1) b
            on true where (c.reason is not null or c.outcome in ('call-back', 'voicemail'))
            """;

    private final Sql sql;
    private final CenterKeys keys;

    CallLog(Sql sql, CenterKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /**
     * A caller who wanted a person.
     *
     * @param endedAt null while it goes on, as is outcome
     * @param outcome {@code answered}, {@code gave-up}, {@code call-back}, {@code voicemail}, {@code transferred}, or the
     *     carrier's own
     * @param reason what the caller chose, as the script's code; null for those who asked for nothing but a call back
     * @param answeredBy the routing worker, by the carrier's id; null for nobody
     * @param caller E.164; null for a withheld number
     * @param callBack E.164 of the number to call back; null where none was asked for
     */
    public record LoggedCall(
            String sid,
            UUID centerId,
            Instant startedAt,
            Instant endedAt,
            String outcome,
            String language,
            String reason,
            String answeredBy,
            String caller,
            String callBack) {
        @Override
        public String toString() {
            return "Call " + sid;
        }
    }

    /** A step of a call, by its id: ids grow with time, to the millisecond. */
    public record Seen(UUID step, String sid) {}

    /** Steps after one, oldest first; the same call as often as it has steps. */
    public List<Seen> after(UUID step, int limit) {
        return sql.list(
                "select id, call_sid from call_journal where id > ? order by id limit ?",
                row -> new Seen(row.getObject(1, UUID.class), row.getString(2)),
                step,
                limit);
    }

    public List<LoggedCall> read(List<String> sids) {
        return sql.list(SELECT + "and c.sid = any(?)", this::read, (Object) sids.toArray(String[]::new));
    }

    private LoggedCall read(ResultSet row) throws SQLException {
        UUID center = row.getObject("center_id", UUID.class);
        String language = row.getString("language");
        return new LoggedCall(
                row.getString("sid"),
                center,
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                row.getString("outcome"),
                language == null ? "en" : language,
                row.getString("reason"),
                row.getString("answered_by"),
                Callers.dialable(open(row, "caller_encrypted", RowSealer.CALLER))
                        .orElse(null),
                Callers.dialable(open(row, "number_encrypted", RowSealer.CALLBACK))
                        .orElse(null));
    }

    /** Empty, too, where the center's keys are destroyed: the calls of other centers are read on. */
    private String open(ResultSet row, String column, String context) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null || !row.getBoolean("readable")
                ? ""
                : keys.decrypt(row.getObject("center_id", UUID.class), sealed, context);
    }
}
