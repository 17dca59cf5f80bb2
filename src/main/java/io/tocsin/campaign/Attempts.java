package io.tocsin.campaign;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls on record, and how each gets from one state to the next. */
@ApplicationScoped
class Attempts {
    private final Sql sql;
    private final Clock clock;

    Attempts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<CallAttempt> find(UUID id) {
        return sql.first("select * from call_attempt where id = ?", CallAttempt::read, id);
    }

    /**
     * The last look before dialling: has the owner registered, opted out, or the campaign stopped meanwhile?
     *
     * @return false where the call must not be made
     */
    boolean toDialing(UUID id) {
        return sql.update("""
                        update call_attempt a set state = 'DIALING', dialed_at = ? where a.id = ? and a.state = 'RECORDED'
                            and exists (select 1 from campaign k where k.id = a.campaign_id and k.state = 'RUNNING')
                            and exists (select 1 from collection_case c where c.campaign_id = a.campaign_id
                                and c.phone_hash = a.phone_hash and c.state = 'NOTIFIED')
                            and exists (select 1 from recipient r where r.id = a.recipient_id
                                and r.suppressed_at is null)""", clock.instant(), id) == 1;
    }

    /** @return false where it was given up meanwhile, so that nobody waits for this call */
    boolean placed(UUID id, String callSid) {
        sql.update("update call_attempt set call_sid = coalesce(call_sid, ?) where id = ?", callSid, id);
        sql.update("update call_attempt set state = 'PLACED' where id = ? and state = 'DIALING'", id);
        return sql.first("select 1 from call_attempt where id = ? and outcome = 'NOT_PLACED'", row -> true, id)
                .isEmpty();
    }

    void answered(UUID id, CallOutcome by) {
        sql.update(
                "update call_attempt set answered_at = coalesce(answered_at, ?), answered_by = coalesce(answered_by, ?)"
                        + " where id = ?",
                clock.instant(),
                by,
                id);
    }

    void result(UUID id, String code) {
        sql.update("update call_attempt set result = ? where id = ?", code, id);
    }

    /** @return whether this is the first message that is left there; from now on it was left */
    boolean leaveMessage(CallAttempt attempt) {
        boolean first = sql.update(
                        "update call_target set message_left_at = ? where id = ? and message_left_at is null",
                        clock.instant(),
                        attempt.targetId())
                == 1;
        if (first) {
            result(attempt.id(), "message");
        }
        return first;
    }

    boolean hasMessage(CallAttempt attempt) {
        return sql.first(
                        "select 1 from call_target where id = ? and message_left_at is not null",
                        row -> true,
                        attempt.targetId())
                .isPresent();
    }

    /** Claimed long ago and never dialled: its process is gone. */
    List<UUID> abandoned(CallAttempt.Kind kind, Instant before) {
        return sql.list(
                "select id from call_attempt where state = 'RECORDED' and kind = ? and recorded_at < ? limit 200",
                row -> row.getObject(1, UUID.class),
                kind,
                before);
    }

    /** Takes for a look-up those of which nothing was heard for some time; nobody else looks at them now. */
    List<CallAttempt> takeSilent(CallAttempt.State state, Instant before) {
        return sql.list("""
                with silent as (select id from call_attempt where state = ? and dialed_at < ?
                    and coalesce(looked_up_at, dialed_at) < ? order by dialed_at limit 50 for update skip locked)
                update call_attempt a set looked_up_at = ? from silent where a.id = silent.id returning a.*""", CallAttempt::read, state, before, before, clock.instant());
    }

    boolean isKnown(String callSid) {
        return sql.first("select 1 from call_attempt where call_sid = ?", row -> true, callSid)
                .isPresent();
    }
}
