package io.tocsin.campaign;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One call, or what is to become one.
 *
 * @param byWhom the agent who previews it, or Tocsin
 * @param ring the agent's telephone, for a previewed call; null for others
 * @param callSid the carrier's id; null until known
 * @param dialedAt from when on the telephone may ring; null before
 * @param answeredBy {@link CallOutcome#PERSON} or {@link CallOutcome#MACHINE}; null before somebody picked up
 * @param result what the called person chose, as a code; null for nothing
 */
record CallAttempt(
        UUID id,
        UUID campaignId,
        UUID centerId,
        UUID targetId,
        UUID recipientId,
        byte[] phoneHash,
        Kind kind,
        State state,
        Mode mode,
        String language,
        String byWhom,
        String ring,
        String callSid,
        Instant recordedAt,
        Instant dialedAt,
        CallOutcome answeredBy,
        CallOutcome outcome,
        String result) {

    enum Kind {
        AUTO,
        PREVIEW
    }

    enum State {
        /** Claimed; certainly not dialled. */
        RECORDED,
        /** The carrier is being asked: from here on it may ring. */
        DIALING,
        /** The carrier has said under which id. */
        PLACED,
        ENDED
    }

    static CallAttempt read(ResultSet row) throws SQLException {
        return new CallAttempt(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getObject("target_id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                row.getBytes("phone_hash"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                Mode.valueOf(row.getString("mode")),
                row.getString("language"),
                row.getString("by_whom"),
                row.getString("ring"),
                row.getString("call_sid"),
                Sql.instant(row, "recorded_at"),
                Sql.instant(row, "dialed_at"),
                outcome(row.getString("answered_by")),
                outcome(row.getString("outcome")),
                row.getString("result"));
    }

    private static CallOutcome outcome(String name) {
        return name == null ? null : CallOutcome.valueOf(name);
    }
}
