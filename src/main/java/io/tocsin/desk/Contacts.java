package io.tocsin.desk;

import io.tocsin.inquiry.Inquiry;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code desk_contact}. A stage only moves on: what is told late changes nothing. */
@ApplicationScoped
class Contacts {
    private final Sql sql;
    private final Clock clock;

    Contacts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return the contact, known before or not */
    Contact ofReservation(String reservationSid, String taskSid, DeskSeat seat, QueuedCall call) {
        sql.update(
                """
                insert into desk_contact (id, center_id, seat_no, person_id, kind, stage, reservation_sid, task_sid, call_sid,
                    queue, reason, language, personal_data, offered_at)
                values (?, ?, ?, ?, 'CALL', 'OFFERED', ?, ?, ?, ?, ?, ?, ?, ?) on conflict (reservation_sid) do nothing""",
                Ids.next(clock.instant()),
                seat.centerId(),
                seat.seatNo(),
                seat.personId(),
                reservationSid,
                taskSid,
                call.callSid(),
                call.queue(),
                call.reason(),
                call.language(),
                call.personalData(),
                clock.instant());
        return byReservation(reservationSid).orElseThrow();
    }

    /** A chat is its own inquiry. */
    void chat(UUID id, DeskSeat seat, UUID chatId, String language, boolean personalData) {
        Instant now = clock.instant();
        sql.update(
                """
                insert into desk_contact (id, center_id, seat_no, person_id, kind, stage, chat_id, queue, reason, language,
                    personal_data, offered_at, answered_at, inquiry_id)
                values (?, ?, ?, ?, 'CHAT', 'ANSWERED', ?, 'chat', '', ?, ?, ?, ?, ?)""",
                id,
                seat.centerId(),
                seat.seatNo(),
                seat.personId(),
                chatId,
                language,
                personalData,
                now,
                now,
                chatId);
    }

    /** A call that the agent makes: first the agent's own telephone rings. */
    void callBack(UUID id, DeskSeat seat, Inquiry inquiry) {
        sql.update(
                """
                insert into desk_contact (id, center_id, seat_no, person_id, kind, stage, queue, reason, language,
                    personal_data, offered_at, inquiry_id)
                values (?, ?, ?, ?, 'CALL', 'OFFERED', ?, ?, ?, ?, ?, ?)""",
                id,
                seat.centerId(),
                seat.seatNo(),
                seat.personId(),
                Contact.CALL_BACK,
                inquiry.reason() == null ? "" : inquiry.reason(),
                inquiry.language(),
                inquiry.personalData(),
                clock.instant(),
                inquiry.id());
    }

    /** A call of a campaign that the agent makes: first the person's telephone rings. */
    void campaign(UUID id, DeskSeat seat, UUID attemptId, String language) {
        sql.update(
                """
                insert into desk_contact (id, center_id, seat_no, person_id, kind, stage, attempt_id, queue, reason, language,
                    personal_data, offered_at)
                values (?, ?, ?, ?, 'CALL', 'OFFERED', ?, ?, '', ?, true, ?)""",
                id,
                seat.centerId(),
                seat.seatNo(),
                seat.personId(),
                attemptId,
                Contact.CAMPAIGN,
                language,
                clock.instant());
    }

    Optional<Contact> ofAttempt(UUID attemptId) {
        return sql.first("select * from desk_contact where attempt_id = ?", Contact::read, attemptId);
    }

    Optional<Contact> byReservation(String reservationSid) {
        return sql.first("select * from desk_contact where reservation_sid = ?", Contact::read, reservationSid);
    }

    Optional<Contact> find(UUID centerId, UUID id) {
        return id == null
                ? Optional.empty()
                : sql.first("select * from desk_contact where center_id = ? and id = ?", Contact::read, centerId, id);
    }

    List<Contact> openOfTask(String taskSid) {
        return sql.list(
                "select * from desk_contact where task_sid = ? and stage in ('OFFERED', 'ANSWERED')",
                Contact::read,
                taskSid);
    }

    boolean answered(UUID id) {
        return sql.update(
                        "update desk_contact set stage = 'ANSWERED', answered_at = ? where id = ? and stage = 'OFFERED'",
                        clock.instant(),
                        id)
                == 1;
    }

    boolean missed(UUID id) {
        return sql.update(
                        "update desk_contact set stage = 'MISSED', ended_at = ? where id = ? and stage = 'OFFERED'",
                        clock.instant(),
                        id)
                == 1;
    }

    boolean ended(UUID id) {
        return sql.update(
                        "update desk_contact set stage = 'ENDED', ended_at = ? where id = ? and stage in ('OFFERED',"
                                + " 'ANSWERED')",
                        clock.instant(),
                        id)
                == 1;
    }

    void recorded(UUID id, UUID inquiryId) {
        sql.update("update desk_contact set inquiry_id = ? where id = ?", inquiryId, id);
    }
}
