package io.tocsin.campaign;

import io.tocsin.audience.SuppressionReason;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Collection cases, as agents work on them. */
@Tag(name = "Collection cases", description = "One recalled item each, on its way back.")
@Path("/api/centers/{centerId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
class CasesResource {
    private final Campaigns campaigns;
    private final Cases cases;
    private final CaseViews views;
    private final CaseMoves moves;
    private final Registrations registrations;
    private final Caller caller;

    CasesResource(
            Campaigns campaigns,
            Cases cases,
            CaseViews views,
            CaseMoves moves,
            Registrations registrations,
            Caller caller) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.views = views;
        this.moves = moves;
        this.registrations = registrations;
        this.caller = caller;
    }

    /** @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<CollectionCase> cases, UUID next) {}

    @GET
    @Path("campaigns/{campaignId}/cases")
    @Operation(summary = "Cases of a campaign, page by page, by state")
    public Page list(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID campaignId,
            @QueryParam("state") CaseState state,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        List<CollectionCase> found =
                cases.page(campaigns.get(centerId, campaignId).id(), state, after, limit);
        return new Page(found, found.size() < limit ? null : found.getLast().id());
    }

    @GET
    @Path("cases/{caseId}")
    @Operation(summary = "One case with its moves and calls; the person only for cleared seats")
    public CaseViews.CaseView get(@PathParam("centerId") UUID centerId, @PathParam("caseId") UUID caseId) {
        return views.of(cases.get(centerId, caseId));
    }

    @GET
    @Path("recipients/{recipientId}/cases")
    @Operation(summary = "All cases of one person")
    public List<CollectionCase> ofRecipient(
            @PathParam("centerId") UUID centerId, @PathParam("recipientId") UUID recipientId) {
        return cases.ofRecipient(centerId, recipientId);
    }

    /**
     * @param to the state wanted
     * @param slot the visit, for {@link CaseState#PICKUP_BOOKED}
     * @param note in the agent's words; stored encrypted
     */
    public record MoveWanted(CaseState to, UUID slot, String note) {}

    @POST
    @Path("cases/{caseId}/moves")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops"})
    @Operation(summary = "Move a case: responded, pick-up booked, collected, remedy sent, closed, refused, disposed of")
    public CaseViews.CaseView move(
            @PathParam("centerId") UUID centerId, @PathParam("caseId") UUID caseId, MoveWanted wanted) {
        CollectionCase found = cases.get(centerId, caseId);
        if (wanted == null || wanted.to() == null) {
            throw missing("to", Phrase.of("Say into which state.", "移行先の状態を指定してください。"));
        }
        if (wanted.to() != CaseState.PICKUP_BOOKED) {
            moves.move(
                    centerId,
                    caseId,
                    CaseMoves.Move.to(wanted.to(), Via.AGENT, caller.name()).noting(wanted.note()));
            return get(centerId, caseId);
        }
        if (wanted.slot() == null) {
            throw missing("slot", Phrase.of("Say which pick-up slot.", "集荷の日時を指定してください。"));
        }
        if (!found.state().mayMoveTo(CaseState.PICKUP_BOOKED) && found.state() != CaseState.PICKUP_BOOKED) {
            moves.move(centerId, caseId, CaseMoves.Move.to(CaseState.PICKUP_BOOKED, Via.AGENT, caller.name()));
        }
        if (!registrations.book(List.of(found), wanted.slot(), Via.AGENT, caller.name())) {
            throw Problem.conflict(
                    "slot-taken",
                    Phrase.of("This time is full or past. Offer another one.", "この日時は埋まったか、過ぎています。別の日時をご案内ください。"));
        }
        return get(centerId, caseId);
    }

    @GET
    @Path("cases/{caseId}/slots")
    @Operation(summary = "The next free pick-up slots for a case")
    public List<PickupSlot> offers(
            @PathParam("centerId") UUID centerId,
            @PathParam("caseId") UUID caseId,
            @QueryParam("page") @DefaultValue("0") int page) {
        return registrations.offers(List.of(cases.get(centerId, caseId)), Math.clamp(page, 0, 1000), 10);
    }

    @POST
    @Path("cases/{caseId}/stop")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops"})
    @Operation(summary = "The person does not want to be contacted again, on any channel")
    public void stop(@PathParam("centerId") UUID centerId, @PathParam("caseId") UUID caseId) {
        registrations.stop(List.of(cases.get(centerId, caseId)), SuppressionReason.AGENT, caller.name());
    }

    private static RuntimeException missing(String field, Phrase what) {
        return Problem.invalid("move-invalid", what, List.of(new Violation(field, what)));
    }
}
