package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What an agent does with a person's collection cases while speaking with them. */
@ApplicationScoped
public class CaseDesk {
    private static final int OFFERS = 10;

    private final Cases cases;
    private final CaseMoves moves;
    private final Registrations registrations;

    CaseDesk(Cases cases, CaseMoves moves, Registrations registrations) {
        this.cases = cases;
        this.moves = moves;
        this.registrations = registrations;
    }

    public List<CollectionCase> ofRecipient(UUID centerId, UUID recipientId) {
        return cases.ofRecipient(centerId, recipientId);
    }

    /** The next pick-up slots that can be had, ten to a page from 0. */
    public List<PickupSlot> offers(UUID centerId, UUID caseId, int page) {
        return registrations.offers(List.of(cases.get(centerId, caseId)), Math.clamp(page, 0, 1000), OFFERS);
    }

    /**
     * @param slot the visit, for {@link CaseState#PICKUP_BOOKED}
     * @param note in the agent's words; null for none
     * @throws io.tocsin.platform.ProblemException where that cannot be; then nothing was changed
     */
    public void move(UUID centerId, UUID caseId, CaseState to, UUID slot, String note, String by) {
        CollectionCase found = cases.get(centerId, caseId);
        if (to == null) {
            throw missing("to", Phrase.of("Say into which state.", "移行先の状態を指定してください。"));
        }
        if (to == CaseState.PICKUP_BOOKED) {
            book(found, slot, by);
        } else {
            moves.move(centerId, caseId, CaseMoves.Move.to(to, Via.AGENT, by).noting(note));
        }
    }

    private void book(CollectionCase found, UUID slot, String by) {
        if (slot == null) {
            throw missing("slot", Phrase.of("Say which pick-up slot.", "集荷の日時を指定してください。"));
        }
        if (!found.state().mayMoveTo(CaseState.PICKUP_BOOKED) && found.state() != CaseState.PICKUP_BOOKED) {
            moves.move(found.centerId(), found.id(), CaseMoves.Move.to(CaseState.PICKUP_BOOKED, Via.AGENT, by));
        }
        if (!registrations.book(List.of(found), slot, Via.AGENT, by)) {
            throw Problem.conflict(
                    "slot-taken",
                    Phrase.of("This time is full or past. Offer another one.", "この日時は埋まったか、過ぎています。別の日時をご案内ください。"));
        }
    }

    private static RuntimeException missing(String field, Phrase what) {
        return Problem.invalid("move-invalid", what, List.of(new Violation(field, what)));
    }
}
