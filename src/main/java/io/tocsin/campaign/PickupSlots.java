package io.tocsin.campaign;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When goods are fetched, and how many visits are left. */
@ApplicationScoped
class PickupSlots {
    private final Sql sql;
    private final Clock clock;

    PickupSlots(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Makes the slots of the areas that the campaign has now; what is there keeps its bookings. */
    void plan(Campaign campaign) {
        List<String> areas = sql.list(
                "select distinct area from collection_case where campaign_id = ?",
                row -> row.getString(1),
                campaign.id());
        Instant now = clock.instant();
        sql.batch(
                """
                insert into pickup_slot (id, campaign_id, area, day, opens, closes, capacity)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (campaign_id, area, day, opens) do update set
                    closes = excluded.closes, capacity = excluded.capacity""",
                SlotPlan.of(campaign.settings().pickups(), areas).stream()
                        .map(s -> new Object[] {
                            Ids.next(now), campaign.id(), s.area(), s.day(), s.opens(), s.closes(), s.capacity()
                        })
                        .toList());
    }

    /** The next free ones of an area. */
    List<PickupSlot> free(UUID campaignId, String area, LocalDate from, int offset, int limit) {
        return sql.list("""
                select * from pickup_slot where campaign_id = ? and area = ? and day >= ? and booked < capacity
                order by day, opens offset ? limit ?""", PickupSlot::read, campaignId, area, from, offset, limit);
    }

    List<PickupSlot> all(UUID campaignId) {
        return sql.list(
                "select * from pickup_slot where campaign_id = ? order by day, opens, area",
                PickupSlot::read,
                campaignId);
    }

    /** In the given order; those that are gone are left out. */
    List<PickupSlot> read(UUID campaignId, List<UUID> ids) {
        List<PickupSlot> found = sql.list(
                "select * from pickup_slot where campaign_id = ? and id = any (?::uuid[])",
                PickupSlot::read,
                campaignId,
                ids.stream().map(UUID::toString).toArray(String[]::new));
        return ids.stream()
                .flatMap(id -> found.stream().filter(s -> s.id().equals(id)))
                .toList();
    }

    /**
     * Takes one visit of a slot for a household, giving back the one that it had. In the surrounding transaction.
     *
     * @return the visit; empty where the slot is full, in the past or not the campaign's
     */
    Optional<UUID> take(CollectionCase any, UUID slotId, LocalDate notBefore, Via via, String by) {
        // Households queue here, so that two bookings of one cannot both believe to be the first.
        sql.first(
                "select pg_advisory_xact_lock(hashtextextended(?, 15))",
                row -> true,
                any.campaignId() + "/" + any.recipientId());
        int taken = sql.update(
                "update pickup_slot set booked = booked + 1 where id = ? and campaign_id = ? and booked < capacity and"
                        + " day >= ?",
                slotId,
                any.campaignId(),
                notBefore);
        if (taken == 0) {
            return Optional.empty();
        }
        giveBack(any.campaignId(), any.recipientId());
        UUID pickupId = Ids.next(clock.instant());
        sql.update(
                """
                insert into pickup (id, campaign_id, center_id, recipient_id, slot_id, booked_at, by_whom, channel)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", pickupId, any.campaignId(), any.centerId(), any.recipientId(), slotId, clock.instant(), by, via);
        return Optional.of(pickupId);
    }

    /** The visit is not wanted any more: its place is free for others. */
    void giveBack(UUID campaignId, UUID recipientId) {
        sql.update("""
                with ended as (update pickup set ended_at = ? where campaign_id = ? and recipient_id = ?
                    and ended_at is null returning slot_id)
                update pickup_slot s set booked = booked - 1 from ended where s.id = ended.slot_id""", clock.instant(), campaignId, recipientId);
    }
}
