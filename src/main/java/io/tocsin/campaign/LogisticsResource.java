package io.tocsin.campaign;

import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files to and from those who fetch goods and deliver remedies. */
@Tag(name = "Collection campaigns")
@Path("/api/centers/{centerId}/campaigns/{campaignId}")
@RolesAllowed({"crisis-manager", "supervisor", "ops"})
class LogisticsResource {
    private final Campaigns campaigns;
    private final PickupDownload download;
    private final PickupResults results;
    private final Caller caller;

    LogisticsResource(Campaigns campaigns, PickupDownload download, PickupResults results, Caller caller) {
        this.campaigns = campaigns;
        this.download = download;
        this.results = results;
        this.caller = caller;
    }

    @GET
    @Path("pickups")
    @Produces("text/csv")
    @Operation(summary = "The stops of one day with names and addresses, as a CSV for those who fetch the goods")
    public Response pickups(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID campaignId,
            @QueryParam("day") String wanted) {
        return download.of(campaigns.get(centerId, campaignId), wanted);
    }

    @POST
    @Path("pickup-results")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What became of visits and deliveries; lines that cannot be used come back with what is wrong")
    public PickupResults.Report results(
            @PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID campaignId, String csv) {
        return results.take(campaigns.get(centerId, campaignId), csv == null ? "" : csv, caller.name());
    }
}
