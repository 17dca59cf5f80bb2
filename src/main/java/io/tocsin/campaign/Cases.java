package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds cases. */
@ApplicationScoped
class Cases {
    private static final int MOST = 500;

    private final Sql sql;

    Cases(Sql sql) {
        this.sql = sql;
    }

    CollectionCase get(UUID centerId, UUID caseId) {
        return sql.first(
                        "select * from collection_case where id = ? and center_id = ?",
                        CollectionCase::read,
                        caseId,
                        centerId)
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("There is no collection case %s in this center.", "このセンターに回収案件 %s はありません。")
                                .with(caseId)));
    }

    /**
     * A page in the order of ids.
     *
     * @param state null for all
     * @param after id of the last one seen; null for the first page
     */
    List<CollectionCase> page(UUID campaignId, CaseState state, UUID after, int limit) {
        StringBuilder select = new StringBuilder("select * from collection_case where campaign_id = ?");
        List<Object> arguments = new ArrayList<>(List.of(campaignId));
        if (state != null) {
            select.append(" and state = ?");
            arguments.add(state);
        }
        if (after != null) {
            select.append(" and id > ?");
            arguments.add(after);
        }
        select.append(" order by id limit ?");
        arguments.add(Math.clamp(limit, 1, MOST));
        return sql.list(select.toString(), CollectionCase::read, arguments.toArray());
    }

    List<CollectionCase> ofRecipient(UUID centerId, UUID recipientId) {
        return sql.list(
                "select * from collection_case where center_id = ? and recipient_id = ? order by id",
                CollectionCase::read,
                centerId,
                recipientId);
    }

    /** Those of a recipient in the newest campaign that is not over; empty for nobody whom one concerns. */
    List<CollectionCase> current(UUID recipientId) {
        List<CollectionCase> all = sql.list("""
                select c.* from collection_case c join campaign k on k.id = c.campaign_id
                where c.recipient_id = ? and k.state in ('RUNNING', 'PAUSED') order by k.created_at desc, c.id""", CollectionCase::read, recipientId);
        return all.stream()
                .filter(c -> c.campaignId().equals(all.getFirst().campaignId()))
                .toList();
    }

    /** All that one telephone is called about. */
    List<CollectionCase> behind(UUID campaignId, byte[] phoneHash) {
        return sql.list(
                "select * from collection_case where campaign_id = ? and phone_hash = ? order by id",
                CollectionCase::read,
                campaignId,
                phoneHash);
    }

    void visited(List<CollectionCase> cases, Instant at) {
        sql.update(
                "update collection_case set visited_at = ? where id = any (?::uuid[]) and visited_at is null",
                at,
                ids(cases));
    }

    /** The time of the visit that is booked. */
    Optional<PickupSlot> bookedSlot(List<CollectionCase> cases) {
        return sql.first(
                "select s.* from pickup p join pickup_slot s on s.id = p.slot_id where p.ended_at is null and p.id = any"
                        + " (?::uuid[])",
                PickupSlot::read,
                (Object) cases.stream()
                        .filter(c -> c.pickupId() != null)
                        .map(c -> c.pickupId().toString())
                        .toArray(String[]::new));
    }

    static String[] ids(List<CollectionCase> cases) {
        return cases.stream().map(c -> c.id().toString()).toArray(String[]::new);
    }
}
