package io.tocsin.campaign;

import io.tocsin.audience.SuppressionReason;
import io.tocsin.platform.Caller;
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
    private final CaseDesk desk;
    private final Registrations registrations;
    private final CaseClearance clearance;
    private final Caller caller;

    CasesResource(
            Campaigns campaigns,
            Cases cases,
            CaseViews views,
            CaseDesk desk,
            Registrations registrations,
            CaseClearance clearance,
            Caller caller) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.views = views;
        this.desk = desk;
        this.registrations = registrations;
        this.clearance = clearance;
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
    @Operation(
            summary =
                    "Move a case: responded, pick-up booked, collected, remedy sent, closed, refused, disposed of; seats need"
                            + " clearance")
    public CaseViews.CaseView move(
            @PathParam("centerId") UUID centerId, @PathParam("caseId") UUID caseId, MoveWanted wanted) {
        CollectionCase found = movable(centerId, caseId);
        desk.move(
                centerId,
                found.id(),
                wanted == null ? null : wanted.to(),
                wanted == null ? null : wanted.slot(),
                wanted == null ? null : wanted.note(),
                caller.name());
        return get(centerId, caseId);
    }

    @GET
    @Path("cases/{caseId}/slots")
    @Operation(summary = "The next free pick-up slots for a case")
    public List<PickupSlot> offers(
            @PathParam("centerId") UUID centerId,
            @PathParam("caseId") UUID caseId,
            @QueryParam("page") @DefaultValue("0") int page) {
        return desk.offers(centerId, caseId, page);
    }

    @POST
    @Path("cases/{caseId}/stop")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops"})
    @Operation(summary = "The person does not want to be contacted again, on any channel")
    public void stop(@PathParam("centerId") UUID centerId, @PathParam("caseId") UUID caseId) {
        registrations.stop(List.of(movable(centerId, caseId)), SuppressionReason.AGENT, caller.name());
    }

    private CollectionCase movable(UUID centerId, UUID caseId) {
        CollectionCase found = cases.get(centerId, caseId);
        clearance.requireMove(centerId);
        return found;
    }
}
