package io.tocsin.desk;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code desk_call_back}. */
@ApplicationScoped
class CallBackTable {
    private final Sql sql;
    private final Clock clock;

    CallBackTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws Sql.DatabaseException a duplicate, where the person is being called or the seat calls already */
    void begin(UUID id, DeskSeat seat, UUID inquiry, UUID contact, Mode mode) {
        sql.update(
                "insert into desk_call_back (id, center_id, inquiry_id, seat_no, person_id, contact_id, mode, state,"
                        + " begun_at, looked_up_at) values (?, ?, ?, ?, ?, ?, ?, 'DIALING', ?, ?)",
                id,
                seat.centerId(),
                inquiry,
                seat.seatNo(),
                seat.personId(),
                contact,
                mode,
                clock.instant(),
                clock.instant());
    }

    Optional<CallBack> find(UUID id) {
        return sql.first("select * from desk_call_back where id = ?", CallBack::read, id);
    }

    Optional<CallBack> ofContact(UUID contact) {
        return sql.first("select * from desk_call_back where contact_id = ?", CallBack::read, contact);
    }

    void placed(UUID id, String callSid) {
        sql.update(
                "update desk_call_back set call_sid = coalesce(call_sid, ?),"
                        + " state = case when state = 'DIALING' then 'PLACED' else state end where id = ?",
                callSid,
                id);
    }

    /** What the carrier says of the person's telephone; it may say so after the end. */
    void person(UUID id, CallBack.Outcome outcome) {
        sql.update("update desk_call_back set outcome = ? where id = ?", outcome, id);
    }

    /** @return whether it was not over before */
    boolean end(UUID id, CallBack.Outcome unlessKnown) {
        return sql.update(
                        "update desk_call_back set state = 'ENDED', outcome = coalesce(outcome, ?), ended_at = ?"
                                + " where id = ? and state <> 'ENDED'",
                        unlessKnown,
                        clock.instant(),
                        id)
                == 1;
    }

    /** How often somebody was called, and how the last call went. */
    record Tries(int count, CallBack last) {}

    Map<UUID, Tries> ofInquiries(Collection<UUID> inquiries) {
        Map<UUID, Tries> tries = new HashMap<>();
        sql.list(
                """
                select distinct on (inquiry_id) *, count(*) over (partition by inquiry_id) tries from desk_call_back
                where inquiry_id = any (?::uuid[]) order by inquiry_id, begun_at desc""",
                row -> tries.put(
                        row.getObject("inquiry_id", UUID.class), new Tries(row.getInt("tries"), CallBack.read(row))),
                (Object) inquiries.stream().map(UUID::toString).toArray(String[]::new));
        return tries;
    }

    /** Takes for a look-up those of which nothing was heard for some time; nobody else looks at them now. */
    List<CallBack> takeSilent(Duration since) {
        Instant now = clock.instant();
        return sql.list("""
                with silent as (select id from desk_call_back where state <> 'ENDED' and looked_up_at < ? limit 20
                    for update skip locked)
                update desk_call_back b set looked_up_at = ? from silent where b.id = silent.id returning b.*""", CallBack::read, now.minus(since), now);
    }
}
