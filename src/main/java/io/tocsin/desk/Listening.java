package io.tocsin.desk;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A supervisor listens to a conversation of an agent and a caller, unheard.
 *
 * @param contact the conversation
 * @param begunAt when the supervisor picked up; null for not yet, or never
 * @param endedAt null while it goes on
 */
record Listening(
        UUID id,
        UUID centerId,
        UUID contact,
        String taskSid,
        String seatNo,
        String supervisor,
        Mode mode,
        State state,
        String conferenceSid,
        String callSid,
        Instant askedAt,
        Instant begunAt,
        Instant endedAt,
        Instant lookedUpAt) {
    enum State {
        /** The supervisor's telephone rings, or is about to. */
        RINGING,
        LISTENING,
        ENDED
    }

    static Listening read(ResultSet row) throws SQLException {
        return new Listening(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("task_sid"),
                row.getString("seat_no"),
                row.getString("supervisor"),
                Mode.valueOf(row.getString("mode")),
                State.valueOf(row.getString("state")),
                row.getString("conference_sid"),
                row.getString("call_sid"),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "begun_at"),
                Sql.instant(row, "ended_at"),
                Sql.instant(row, "looked_up_at"));
    }
}
