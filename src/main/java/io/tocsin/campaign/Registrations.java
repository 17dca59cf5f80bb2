package io.tocsin.campaign;

import io.tocsin.audience.SuppressionReason;
import io.tocsin.audience.Suppressions;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What owners themselves say about their goods, on whichever channel. From the commit on nobody calls them. */
@ApplicationScoped
class Registrations {
    private final CaseMoves moves;
    private final PickupSlots slots;
    private final Suppressions suppressions;
    private final Sql sql;
    private final Clock clock;

    Registrations(CaseMoves moves, PickupSlots slots, Suppressions suppressions, Sql sql, Clock clock) {
        this.moves = moves;
        this.slots = slots;
        this.suppressions = suppressions;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Agrees a visit for all that a household has.
     *
     * @return false where the slot has just been taken by somebody else; then nothing changed
     */
    @Transactional
    public boolean book(List<CollectionCase> household, UUID slotId, Via via, String by) {
        CollectionCase any = household.getFirst();
        Optional<UUID> pickup = slots.take(any, slotId, firstDay(any), via, by);
        pickup.ifPresent(
                id -> moves.moveAll(household, new CaseMoves.Move(CaseState.PICKUP_BOOKED, via, by, null, id, false)));
        return pickup.isPresent();
    }

    /** The next times that can be had. */
    List<PickupSlot> offers(List<CollectionCase> household, int page, int size) {
        CollectionCase any = household.getFirst();
        return slots.free(any.campaignId(), any.area(), firstDay(any), page * size, size);
    }

    /** The owner has something to say but no visit is agreed yet. */
    @Transactional
    public void responded(List<CollectionCase> household, Via via, String by) {
        moves.moveAll(household, CaseMoves.Move.to(CaseState.RESPONDED, via, by));
    }

    /** The owner says to have sent it back; somebody checks that. */
    @Transactional
    public void returned(List<CollectionCase> household, Via via, String by) {
        moves.moveAll(household, new CaseMoves.Move(CaseState.RESPONDED, via, by, null, null, true));
    }

    @Transactional
    public void disposed(List<CollectionCase> household, Via via, String by) {
        moves.moveAll(household, CaseMoves.Move.to(CaseState.ALREADY_DISPOSED, via, by));
    }

    /** Opts the owner out of everything; what becomes of the goods stays open. */
    @Transactional
    public void stop(List<CollectionCase> household, SuppressionReason reason, String by) {
        CollectionCase any = household.getFirst();
        suppressions.add(any.centerId(), any.recipientId(), reason, by);
    }

    /** Nobody can be sent on the same day. */
    private LocalDate firstDay(CollectionCase any) {
        ZoneId zone = sql.first(
                        "select zone from recipient where id = ?",
                        row -> ZoneId.of(row.getString(1)),
                        any.recipientId())
                .orElse(ZoneId.of("UTC"));
        return clock.instant().atZone(zone).toLocalDate().plusDays(1);
    }
}
