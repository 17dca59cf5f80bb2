package io.tocsin.campaign;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one place where cases move: checked, journaled, told on Kafka, and off the call list, all in one transaction. */
@ApplicationScoped
class CaseMoves {
    static final String NOTE = "case.note";

    private final Sql sql;
    private final Clock clock;
    private final CampaignEvents events;
    private final PickupSlots slots;
    private final CenterKeys keys;

    CaseMoves(Sql sql, Clock clock, CampaignEvents events, PickupSlots slots, CenterKeys keys) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
        this.slots = slots;
        this.keys = keys;
    }

    /**
     * @param note in somebody's own words; null for none
     * @param pickupId the visit, for {@link CaseState#PICKUP_BOOKED}; null for others
     * @param saysReturned whether the owner says so
     */
    record Move(CaseState to, Via via, String by, String note, UUID pickupId, boolean saysReturned) {
        static Move to(CaseState to, Via via, String by) {
            return new Move(to, via, by, null, null, false);
        }

        Move noting(String words) {
            return new Move(to, via, by, words, pickupId, saysReturned);
        }
    }

    /** Moves one case, and says so where that cannot be; nothing was changed then, so that others may go on. */
    @Transactional(dontRollbackOn = ProblemException.class)
    public CollectionCase move(UUID centerId, UUID caseId, Move move) {
        CollectionCase before = sql.first(
                        "select * from collection_case where id = ? and center_id = ? for update",
                        CollectionCase::read,
                        caseId,
                        centerId)
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("There is no collection case %s in this center.", "このセンターに回収案件 %s はありません。")
                                .with(caseId)));
        if (!before.state().mayMoveTo(move.to())) {
            throw illegal(before, move.to());
        }
        apply(List.of(before), move);
        return sql.first("select * from collection_case where id = ?", CollectionCase::read, caseId)
                .orElseThrow();
    }

    /** Moves those of the cases that can; what is there already, or past it, stays. @return how many moved */
    @Transactional
    public int moveAll(List<CollectionCase> cases, Move move) {
        List<CollectionCase> able = lock(cases).stream()
                .filter(c -> c.state().mayMoveTo(move.to()) || rebooks(c, move))
                .toList();
        apply(able, move);
        return able.size();
    }

    private static boolean rebooks(CollectionCase c, Move move) {
        return move.pickupId() != null
                && c.state() == CaseState.PICKUP_BOOKED
                && !move.pickupId().equals(c.pickupId());
    }

    private List<CollectionCase> lock(List<CollectionCase> cases) {
        return sql.list(
                "select * from collection_case where id = any (?::uuid[]) order by id for update",
                CollectionCase::read,
                (Object) Cases.ids(cases));
    }

    private void apply(List<CollectionCase> before, Move move) {
        if (before.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String[] ids = Cases.ids(before);
        sql.update(
                """
                update collection_case set state = ?, state_at = ?, version = version + 1,
                    pickup_id = coalesce(?::uuid, pickup_id), says_returned = says_returned or ?,
                    responded_at = case when ? then coalesce(responded_at, ?) else responded_at end,
                    response_channel = case when ? then coalesce(response_channel, ?) else response_channel end,
                    corrected_at = case when ? then coalesce(corrected_at, ?) else corrected_at end
                where id = any (?::uuid[])""",
                move.to(),
                now,
                move.pickupId(),
                move.saysReturned(),
                move.to().isResponse(),
                now,
                move.to().isResponse(),
                move.via(),
                move.to().isCorrection(),
                now,
                ids);
        journal(before, move, now);
        leaveCallList(before);
        if (move.pickupId() == null) {
            freeVisits(before);
        }
        events.casesMoved(before, move.to(), move.via());
    }

    private void journal(List<CollectionCase> before, Move move, Instant now) {
        sql.batch(
                """
                insert into case_move (id, case_id, campaign_id, center_id, from_state, to_state, at, by_whom, channel, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                before.stream()
                        .map(c -> new Object[] {
                            Ids.next(now),
                            c.id(),
                            c.campaignId(),
                            c.centerId(),
                            c.state(),
                            move.to(),
                            now,
                            move.by(),
                            move.via(),
                            move.note() == null || move.note().isBlank()
                                    ? null
                                    : keys.encrypt(c.centerId(), move.note().strip(), NOTE)
                        })
                        .toList());
    }

    /** Who is no longer to be called is not even looked at again. */
    private void leaveCallList(List<CollectionCase> moved) {
        sql.update("""
                update call_target t set state = 'DONE' from collection_case c
                where c.id = any (?::uuid[]) and t.campaign_id = c.campaign_id and t.phone_hash = c.phone_hash
                    and t.state = 'DUE' and not exists (select 1 from collection_case o
                        where o.campaign_id = t.campaign_id and o.phone_hash = t.phone_hash and o.state = 'NOTIFIED')""", (Object) Cases.ids(moved));
    }

    /** A visit for which nothing is left to fetch is given back, unless it was made. */
    private void freeVisits(List<CollectionCase> moved) {
        moved.stream()
                .filter(c -> c.state() == CaseState.PICKUP_BOOKED)
                .collect(Collectors.toMap(CollectionCase::recipientId, CollectionCase::campaignId, (a, b) -> a))
                .forEach((recipientId, campaignId) -> {
                    boolean booked = sql.first(
                                    "select 1 from collection_case where campaign_id = ? and recipient_id = ? and state ="
                                            + " 'PICKUP_BOOKED' limit 1",
                                    row -> true,
                                    campaignId,
                                    recipientId)
                            .isPresent();
                    boolean made = sql.first(
                                    "select 1 from collection_case c join pickup p on p.id = c.pickup_id where"
                                            + " c.campaign_id = ? and c.recipient_id = ? and p.ended_at is null and"
                                            + " c.state in ('COLLECTED', 'REMEDY_SENT') limit 1",
                                    row -> true,
                                    campaignId,
                                    recipientId)
                            .isPresent();
                    if (!booked && !made) {
                        slots.giveBack(campaignId, recipientId);
                    }
                });
    }

    private static RuntimeException illegal(CollectionCase before, CaseState to) {
        String possible = before.state().next().stream().map(Enum::name).collect(Collectors.joining(", "));
        return Problem.conflict(
                "case-move",
                Phrase.of(
                                "The case is %s and cannot become %s from there. Possible: %s.",
                                "案件は %s のため %s に移せません。可能な状態: %s。")
                        .with(before.state(), to, possible.isEmpty() ? "-" : possible));
    }
}
