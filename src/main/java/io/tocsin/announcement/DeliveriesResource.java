package io.tocsin.announcement;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
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

/** What an announcement says to whom, what it will take, and what became of each message. */
@Tag(name = "Announcements")
@Path("/api/centers/{centerId}/announcements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DeliveriesResource {
    private static final int MOST = 1_000;

    private final Announcements announcements;
    private final Estimates estimates;
    private final RecipientPreviews previews;
    private final StaffTest staffTest;
    private final Caller caller;
    private final Deliveries deliveries;

    DeliveriesResource(
            Announcements announcements,
            Estimates estimates,
            RecipientPreviews previews,
            StaffTest staffTest,
            Caller caller,
            Deliveries deliveries) {
        this.announcements = announcements;
        this.estimates = estimates;
        this.previews = previews;
        this.staffTest = staffTest;
        this.caller = caller;
        this.deliveries = deliveries;
    }

    @GET
    @Path("estimate")
    @Operation(summary = "Recipients per channel, opt-outs, segments, cost and time to send, before sending")
    public Estimate estimate(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return estimates.of(announcements.get(centerId, id));
    }

    @GET
    @Path("preview")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "What one recipient would read, on each channel")
    public List<Estimate.Sample> preview(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @QueryParam("recipient") UUID recipientId) {
        return previews.of(
                announcements.get(centerId, id),
                previews.recipient(centerId, recipientId)
                        .orElseThrow(() -> Problem.notFound(
                                Phrase.of("Name a recipient of this center.", "このセンターの宛先を指定してください。"))));
    }

    @POST
    @Path("test")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Send it to staff, to see how it arrives")
    public List<StaffTest.Result> test(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, StaffTest.Staff staff) {
        return staffTest.send(announcements.get(centerId, id), staff, caller.name());
    }

    @GET
    @Path("deliveries")
    @Operation(summary = "Deliveries with their reasons; 'state=UNKNOWN' lists what could not be settled")
    public Deliveries.Page deliveries(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @QueryParam("state") DeliveryState state,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        announcements.get(centerId, id);
        return deliveries.page(id, state, after, Math.clamp(limit, 1, MOST));
    }
}
