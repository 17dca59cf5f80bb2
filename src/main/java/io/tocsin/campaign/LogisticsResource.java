package io.tocsin.campaign;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files to and from those who fetch goods and deliver remedies. */
@Tag(name = "Collection campaigns")
@Path("/api/centers/{centerId}/campaigns/{campaignId}")
@RolesAllowed({"crisis-manager", "supervisor", "ops"})
class LogisticsResource {
    private final Campaigns campaigns;
    private final PickupFile file;
    private final PickupResults results;
    private final AuditLog audit;
    private final Caller caller;

    LogisticsResource(Campaigns campaigns, PickupFile file, PickupResults results, AuditLog audit, Caller caller) {
        this.campaigns = campaigns;
        this.file = file;
        this.results = results;
        this.audit = audit;
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
        Campaign campaign = campaigns.get(centerId, campaignId);
        LocalDate day = day(wanted);
        audit.record(
                caller.name(),
                "campaign.pickups-read",
                "campaign " + campaignId,
                centerId,
                Map.of("day", day.toString()));
        StreamingOutput csv = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            file.write(campaign, day, writer);
            writer.flush();
        };
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"pickups-" + day + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
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

    private static LocalDate day(String wanted) {
        try {
            return LocalDate.parse(String.valueOf(wanted));
        } catch (DateTimeException e) {
            Phrase say = Phrase.of("Give a day such as 2026-11-30.", "日付を 2026-11-30 のように指定してください。");
            throw Problem.invalid("day-invalid", say, List.of(new Violation("day", say)));
        }
    }
}
