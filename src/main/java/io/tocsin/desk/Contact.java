package io.tocsin.desk;

import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One call as it was offered to one seat, or one chat that its agent took.
 *
 * @param callSid null for a chat
 * @param chatId null for a call
 * @param personalData whether personal data is spoken of
 * @param attemptId the call of a campaign that the agent makes; null for others
 * @param inquiryId what was recorded of it; null for nothing yet
 */
record Contact(
        UUID id,
        UUID centerId,
        String seatNo,
        Kind kind,
        Stage stage,
        String callSid,
        UUID chatId,
        UUID attemptId,
        String queue,
        String reason,
        String language,
        boolean personalData,
        Instant offeredAt,
        Instant answeredAt,
        Instant endedAt,
        UUID inquiryId) {
    /** In place of a queue: the agent called. */
    static final String CALL_BACK = "call-back";

    static final String CAMPAIGN = "campaign";

    boolean isCallBack() {
        return queue.equals(CALL_BACK);
    }

    /** The agent looked at the person of a campaign, and called. */
    boolean isCampaign() {
        return attemptId != null;
    }

    enum Kind {
        CALL,
        CHAT
    }

    enum Stage {
        OFFERED,
        ANSWERED,
        /** Given back to the queue, or given up by the caller. */
        MISSED,
        ENDED
    }

    static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getString("seat_no"),
                Kind.valueOf(row.getString("kind")),
                Stage.valueOf(row.getString("stage")),
                row.getString("call_sid"),
                row.getObject("chat_id", UUID.class),
                row.getObject("attempt_id", UUID.class),
                row.getString("queue"),
                row.getString("reason"),
                row.getString("language"),
                row.getBoolean("personal_data"),
                Sql.instant(row, "offered_at"),
                Sql.instant(row, "answered_at"),
                Sql.instant(row, "ended_at"),
                row.getObject("inquiry_id", UUID.class));
    }
}
