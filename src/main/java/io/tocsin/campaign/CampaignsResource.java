package io.tocsin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Collection campaigns: from draft to end. */
@Tag(name = "Collection campaigns", description = "Calls, pages and pick-ups that bring recalled goods in.")
@Path("/api/centers/{centerId}/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
class CampaignsResource {
    private final CampaignService service;
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final PickupSlots slots;
    private final Idempotency idempotency;
    private final Caller caller;

    CampaignsResource(
            CampaignService service,
            Campaigns campaigns,
            CampaignViews views,
            PickupSlots slots,
            Idempotency idempotency,
            Caller caller) {
        this.service = service;
        this.campaigns = campaigns;
        this.views = views;
        this.slots = slots;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The center's collection campaigns")
    public List<Campaign> list(@PathParam("centerId") UUID centerId) {
        return campaigns.of(centerId);
    }

    @POST
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Prepare a campaign from an audience and a segment of it; nobody is called yet")
    public Response create(
            @PathParam("centerId") UUID centerId,
            CampaignService.Wanted wanted,
            @HeaderParam("Idempotency-Key") String key) {
        CampaignService.Wanted given = wanted == null ? new CampaignService.Wanted(null, null, null, null) : wanted;
        Idempotency.Answer answer = idempotency.once(caller.name(), key, given, () -> {
            Campaign campaign = service.create(centerId, given, caller.name());
            return new Idempotency.Answer(
                    201, "/api/centers/" + centerId + "/campaigns/" + campaign.id(), Json.tree(views.of(campaign)));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .tag(Versions.tag(answer.body().path("campaign").path("version").asLong()))
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{campaignId}")
    @Operation(summary = "One campaign with how far it is; its ETag goes into If-Match of the next edit")
    public Response get(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID id) {
        return tagged(campaigns.get(centerId, id));
    }

    @PUT
    @Path("{campaignId}/settings")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Change attempts, spacing, hours, pick-ups; holds from the next call on")
    public Response revise(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID id,
            CampaignSettings settings,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        CampaignSettings given = settings == null ? CampaignSettings.defaults() : settings;
        return tagged(service.revise(centerId, id, given, ifMatch, caller.name()));
    }

    /** @param segment of the campaign's audience; null for all of it */
    public record Wave(JsonNode segment) {}

    @POST
    @Path("{campaignId}/waves")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Add more people of the audience as the next wave; who is in it already stays as they are")
    public Response wave(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID id,
            Wave wave,
            @HeaderParam("Idempotency-Key") String key) {
        Wave given = wave == null ? new Wave(null) : wave;
        Idempotency.Answer answer = idempotency.once(caller.name(), key, given, () -> {
            Campaign campaign = service.addWave(centerId, id, given.segment(), caller.name());
            return new Idempotency.Answer(
                    200, "/api/centers/" + centerId + "/campaigns/" + id, Json.tree(views.of(campaign)));
        });
        return Response.status(answer.status()).entity(answer.body()).build();
    }

    @POST
    @Path("{campaignId}/start")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Start or resume: people are called from now on, within their hours")
    public Response start(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID id) {
        return moved(centerId, id, CampaignState.RUNNING);
    }

    @POST
    @Path("{campaignId}/pause")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Pause: no call begins from now on; calls under way go on")
    public Response pause(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID id) {
        return moved(centerId, id, CampaignState.PAUSED);
    }

    @POST
    @Path("{campaignId}/complete")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Complete: nobody is called any more; cases can still be worked on")
    public Response complete(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID id) {
        return moved(centerId, id, CampaignState.COMPLETED);
    }

    @POST
    @Path("{campaignId}/cancel")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Cancel for good")
    public Response cancel(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID id) {
        return moved(centerId, id, CampaignState.CANCELLED);
    }

    @GET
    @Path("{campaignId}/slots")
    @Operation(summary = "The pick-up slots with what is left of each")
    public List<PickupSlot> slots(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID id) {
        return slots.all(campaigns.get(centerId, id).id());
    }

    private Response moved(UUID centerId, UUID id, CampaignState to) {
        return tagged(service.move(centerId, id, to, caller.name()));
    }

    private Response tagged(Campaign campaign) {
        return Response.ok(views.of(campaign))
                .tag(Versions.tag(campaign.version()))
                .build();
    }
}
