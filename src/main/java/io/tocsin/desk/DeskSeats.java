package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code desk_seat} and the journal of their moves. */
@ApplicationScoped
class DeskSeats {
    private static final String SELECT = """
            select s.center_id, s.seat_no, s.wave, s.personal_data, p.languages, p.skills, p.id person, p.name, p.email, p.ring,
                case when s.site = 'any' then lower(replace(p.site, '_', '-')) else s.site end site, p.home_permission,
                d.state, d.since, d.planned_until, d.contact_id, coalesce(d.after_call_work, true) after_call_work,
                d.queues, d.seen_at, d.voice_passed_at, coalesce(d.version, -1) version
            from seat s join roster_person p on p.id = s.person_id
            left join desk_seat d on d.center_id = s.center_id and d.seat_no = s.seat_no and d.person_id = s.person_id
            """;

    private final Sql sql;
    private final Clock clock;

    DeskSeats(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<DeskSeat> of(UUID centerId) {
        return sql.list(SELECT + "where s.center_id = ? order by s.seat_no", this::read, centerId);
    }

    DeskSeat one(UUID centerId, String seatNo) {
        return find(centerId, seatNo)
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("Nobody has a seat %s in this center.", "このセンターに席 %s の担当者はいません。")
                                .with(seatNo)));
    }

    Optional<DeskSeat> find(UUID centerId, String seatNo) {
        return sql.first(SELECT + "where s.center_id = ? and s.seat_no = ?", this::read, centerId, seatNo);
    }

    /** The person's own seat. */
    DeskSeat of(UUID centerId, String email) {
        return sql.first(SELECT + "where s.center_id = ? and p.email = ?", this::read, centerId, email)
                .orElseThrow(
                        () -> Problem.notFound(Phrase.of("You have no seat in this center.", "このセンターにあなたの席はありません。")));
    }

    /** In the surrounding transaction nobody else moves this seat. */
    Optional<DeskSeat> lock(UUID centerId, String seatNo) {
        sql.first(
                "select 1 from desk_seat where center_id = ? and seat_no = ? for update",
                row -> true,
                centerId,
                seatNo);
        return find(centerId, seatNo).filter(s -> s.version() >= 0);
    }

    /** Seats of whose agents nothing was heard since a moment, and who hold nobody. */
    List<DeskSeat> silentSince(Instant moment) {
        return sql.list(
                SELECT + "where d.state in ('READY', 'AFTER_CALL', 'BREAK', 'AWAY') and d.seen_at < ?"
                        + " and (d.planned_until is null or d.planned_until < ?)",
                this::read,
                moment,
                moment);
    }

    /** Makes the row for who has the seat now, checked out. */
    void prepare(DeskSeat seat) {
        sql.update("""
                insert into desk_seat as d (center_id, seat_no, person_id, state, since, seen_at)
                values (?, ?, ?, 'CHECKED_OUT', ?, ?)
                on conflict (center_id, seat_no) do update set person_id = excluded.person_id, state = 'CHECKED_OUT',
                    since = excluded.since, planned_until = null, contact_id = null, queues = null, rules_at = null,
                    voice_passed_at = null, voice_passed_by = null, version = d.version + 1
                where d.person_id <> excluded.person_id""", seat.centerId(), seat.seatNo(), seat.personId(), clock.instant(), clock.instant());
    }

    /** @return false where somebody else moved the seat first; then nothing changed */
    @Transactional
    public boolean move(DeskSeat seat, SeatMoment next, String why) {
        int moved = sql.update(
                """
                update desk_seat set state = ?, since = ?, planned_until = ?, contact_id = ?, after_call_work = ?,
                    version = version + 1 where center_id = ? and seat_no = ? and version = ?""",
                next.state(),
                next.since(),
                next.plannedUntil(),
                next.contact(),
                next.afterCallWork(),
                seat.centerId(),
                seat.seatNo(),
                seat.version());
        if (moved == 1) {
            sql.update(
                    "insert into desk_move (center_id, seat_no, person_id, from_state, to_state, at, planned_until, why)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    seat.centerId(),
                    seat.seatNo(),
                    seat.personId(),
                    seat.moment().state(),
                    next.state(),
                    next.since(),
                    next.plannedUntil(),
                    why);
        }
        return moved == 1;
    }

    void acknowledged(DeskSeat seat, boolean afterCallWork) {
        sql.update(
                "update desk_seat set rules_at = ?, seen_at = ?, after_call_work = ?, queues = null, version = version + 1"
                        + " where center_id = ? and seat_no = ?",
                clock.instant(),
                clock.instant(),
                afterCallWork,
                seat.centerId(),
                seat.seatNo());
    }

    /** The agent did something. */
    void seen(DeskSeat seat) {
        sql.update(
                "update desk_seat set seen_at = ? where center_id = ? and seat_no = ?",
                clock.instant(),
                seat.centerId(),
                seat.seatNo());
    }

    void queues(DeskSeat seat, List<String> queues) {
        sql.update(
                "update desk_seat set queues = ?, version = version + 1 where center_id = ? and seat_no = ?",
                queues.toArray(String[]::new),
                seat.centerId(),
                seat.seatNo());
    }

    void voice(DeskSeat seat, boolean passed, String by) {
        prepare(seat);
        sql.update(
                "update desk_seat set voice_passed_at = ?, voice_passed_by = ? where center_id = ? and seat_no = ?",
                passed ? clock.instant() : null,
                by,
                seat.centerId(),
                seat.seatNo());
    }

    private DeskSeat read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        SeatMoment moment = state == null
                ? new SeatMoment(SeatState.CHECKED_OUT, clock.instant(), null, null, true)
                : new SeatMoment(
                        SeatState.valueOf(state),
                        Sql.instant(row, "since"),
                        Sql.instant(row, "planned_until"),
                        row.getObject("contact_id", UUID.class),
                        row.getBoolean("after_call_work"));
        return new DeskSeat(
                row.getObject("center_id", UUID.class),
                row.getString("seat_no"),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("ring"),
                row.getString("site"),
                row.getInt("wave"),
                row.getBoolean("personal_data"),
                row.getBoolean("home_permission"),
                Sql.strings(row, "languages"),
                Sql.strings(row, "skills"),
                Sql.strings(row, "queues"),
                moment,
                Sql.instant(row, "seen_at"),
                Sql.instant(row, "voice_passed_at"),
                row.getLong("version"));
    }
}
