package io.tocsin.desk;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code desk_listening}. A state only moves on: what is told late changes nothing. */
@ApplicationScoped
class ListeningTable {
    private final Sql sql;
    private final Clock clock;

    ListeningTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return false where the supervisor listens already, to whomever */
    boolean begin(UUID id, Contact contact, String taskSid, String supervisor, Mode mode) {
        return sql.update(
                        """
                        insert into desk_listening (id, center_id, contact_id, task_sid, seat_no, supervisor, mode, state,
                            asked_at, looked_up_at) values (?, ?, ?, ?, ?, ?, ?, 'RINGING', ?, ?)
                        on conflict (supervisor) where state <> 'ENDED' do nothing""",
                        id,
                        contact.centerId(),
                        contact.id(),
                        taskSid,
                        contact.seatNo(),
                        supervisor,
                        mode,
                        clock.instant(),
                        clock.instant())
                == 1;
    }

    Optional<Listening> find(UUID id) {
        return sql.first("select * from desk_listening where id = ?", Listening::read, id);
    }

    /** What the supervisor listens to, or is about to. */
    Optional<Listening> open(String supervisor) {
        return sql.first(
                "select * from desk_listening where supervisor = ? and state <> 'ENDED'", Listening::read, supervisor);
    }

    List<Listening> open(UUID centerId) {
        return sql.list(
                "select * from desk_listening where center_id = ? and state <> 'ENDED' order by id",
                Listening::read,
                centerId);
    }

    List<Listening> open() {
        return sql.list("select * from desk_listening where state <> 'ENDED'", Listening::read);
    }

    boolean isHeard(UUID contact) {
        return sql.first(
                        "select 1 from desk_listening where contact_id = ? and state = 'LISTENING'",
                        row -> true,
                        contact)
                .orElse(false);
    }

    void into(UUID id, String conferenceSid) {
        sql.update("update desk_listening set conference_sid = ? where id = ?", conferenceSid, id);
    }

    void placed(UUID id, String callSid) {
        sql.update("update desk_listening set call_sid = coalesce(call_sid, ?) where id = ?", callSid, id);
    }

    /** @return whether it had not begun before */
    boolean begun(UUID id) {
        return sql.update(
                        "update desk_listening set state = 'LISTENING', begun_at = ? where id = ? and state = 'RINGING'",
                        clock.instant(),
                        id)
                == 1;
    }

    /** @return whether it was not over before */
    boolean end(UUID id) {
        return sql.update(
                        "update desk_listening set state = 'ENDED', ended_at = ? where id = ? and state <> 'ENDED'",
                        clock.instant(),
                        id)
                == 1;
    }

    /** @return whether nothing was heard for some time; then nobody else looks it up now */
    boolean takeSilent(UUID id, Duration since) {
        Instant now = clock.instant();
        return sql.update(
                        "update desk_listening set looked_up_at = ? where id = ? and state <> 'ENDED' and looked_up_at < ?",
                        now,
                        id,
                        now.minus(since))
                == 1;
    }
}
