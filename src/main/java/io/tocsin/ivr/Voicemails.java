package io.tocsin.ivr;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages that callers spoke after the tone. Their sound is at the carrier. */
@ApplicationScoped
public class Voicemails {
    private final Sql sql;
    private final Clock clock;

    Voicemails(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param callSid the call in which it was left
     * @param recordingSid under which the carrier keeps it
     * @param heardAt when somebody of ours first listened; null for nobody yet
     */
    public record Voicemail(
            UUID id,
            UUID centerId,
            String callSid,
            String recordingSid,
            int seconds,
            Instant leftAt,
            Instant heardAt,
            String heardBy) {}

    /** Those whose sound is still kept, by the calls in which they were left. */
    public List<Voicemail> ofCalls(UUID centerId, Collection<String> callSids) {
        return sql.list(
                "select * from voicemail where center_id = ? and call_sid = any (?) and erased_at is null order by left_at",
                Voicemails::read,
                centerId,
                callSids.toArray(String[]::new));
    }

    public Optional<Voicemail> find(UUID centerId, UUID id) {
        return sql.first(
                "select * from voicemail where center_id = ? and id = ? and erased_at is null",
                Voicemails::read,
                centerId,
                id);
    }

    /** The first listening counts. */
    public void heard(UUID id, String by) {
        sql.update(
                "update voicemail set heard_at = ?, heard_by = ? where id = ? and heard_at is null",
                clock.instant(),
                by,
                id);
    }

    /** Those that the carrier still keeps. */
    public List<Voicemail> kept(UUID centerId) {
        return sql.list(
                "select * from voicemail where center_id = ? and erased_at is null order by left_at",
                Voicemails::read,
                centerId);
    }

    /** The carrier has deleted it. */
    public void erased(UUID id) {
        sql.update("update voicemail set erased_at = ? where id = ?", clock.instant(), id);
    }

    private static Voicemail read(ResultSet row) throws SQLException {
        return new Voicemail(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getString("call_sid"),
                row.getString("recording_sid"),
                row.getInt("seconds"),
                Sql.instant(row, "left_at"),
                Sql.instant(row, "heard_at"),
                row.getString("heard_by"));
    }
}
