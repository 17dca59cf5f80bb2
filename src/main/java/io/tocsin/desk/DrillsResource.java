package io.tocsin.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rehearsing with simulated people. */
@Tag(name = "Drills", description = "Simulated people turn to a drill center on a curve, so that a team can rehearse.")
@Path("/api/centers/{centerId}/drills")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
@RunOnVirtualThread
class DrillsResource {
    private final Drills drills;
    private final DrillReports reports;
    private final Idempotency idempotency;
    private final Caller caller;

    DrillsResource(Drills drills, DrillReports reports, Idempotency idempotency, Caller caller) {
        this.drills = drills;
        this.reports = reports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The drills of a center, newest first")
    public List<DrillRun> list(@PathParam("centerId") UUID centerId) {
        return drills.of(centerId);
    }

    @POST
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Start a drill; a live center refuses")
    public Response start(
            @PathParam("centerId") UUID centerId, @HeaderParam("Idempotency-Key") String key, DrillPlan plan) {
        Idempotency.Answer answer =
                idempotency.once(caller.name(), key, List.of(centerId, plan == null ? "" : plan), () -> {
                    DrillRun run = drills.start(centerId, plan, caller.name());
                    return new Idempotency.Answer(
                            201, "/api/centers/" + centerId + "/drills/" + run.id(), Json.tree(run));
                });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{drillId}")
    @Operation(summary = "One drill")
    public DrillRun get(@PathParam("centerId") UUID centerId, @PathParam("drillId") UUID drillId) {
        return drills.get(centerId, drillId);
    }

    @POST
    @Path("{drillId}/stop")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Stop a drill: nobody new comes")
    public DrillRun stop(@PathParam("centerId") UUID centerId, @PathParam("drillId") UUID drillId) {
        return drills.stop(centerId, drillId, caller.name());
    }

    @GET
    @Path("{drillId}/report")
    @Operation(
            summary = "How a drill went, or goes: offered, answered, abandoned, waits, by reason, language and agent")
    public DrillReport report(@PathParam("centerId") UUID centerId, @PathParam("drillId") UUID drillId) {
        return reports.of(drills.get(centerId, drillId));
    }
}
