package io.tocsin.desk;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One call of an agent to a person who waits for it.
 *
 * @param contactId the conversation at the seat
 * @param callSid the carrier's id; null until known
 * @param outcome null while it goes on and nobody knows
 */
record CallBack(
        UUID id,
        UUID centerId,
        UUID inquiryId,
        UUID contactId,
        Mode mode,
        State state,
        String callSid,
        Outcome outcome,
        Instant begunAt) {
    enum State {
        /** The carrier is being asked: from here on the agent's telephone may ring. */
        DIALING,
        /** The carrier has said under which id. */
        PLACED,
        ENDED
    }

    enum Outcome {
        REACHED(Phrase.of("Reached", "つながりました")),
        NO_ANSWER(Phrase.of("Nobody answered", "応答なし")),
        BUSY(Phrase.of("The line was busy", "話し中")),
        FAILED(Phrase.of("The number cannot be reached", "この番号にはつながりません")),
        /** Our own telephone rang in vain. */
        AGENT_AWAY(Phrase.of("You did not pick up", "担当者が電話に出ませんでした")),
        NOT_PLACED(Phrase.of("The call was not made", "発信されませんでした"));

        private final Phrase words;

        Outcome(Phrase words) {
            this.words = words;
        }

        Phrase words() {
            return words;
        }

        /** @param status the carrier's word for how the person's telephone went */
        static Outcome ofPerson(String status) {
            return switch (status) {
                case "completed", "answered" -> REACHED;
                case "busy" -> BUSY;
                case "failed" -> FAILED;
                default -> NO_ANSWER;
            };
        }

        /** @param status the carrier's word for how the agent's telephone went, where nothing is known of the person's */
        static Outcome ofAgent(String status) {
            return status.equals("completed") ? NO_ANSWER : AGENT_AWAY;
        }
    }

    static CallBack read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new CallBack(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getObject("inquiry_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                State.valueOf(row.getString("state")),
                row.getString("call_sid"),
                outcome == null ? null : Outcome.valueOf(outcome),
                Sql.instant(row, "begun_at"));
    }
}
