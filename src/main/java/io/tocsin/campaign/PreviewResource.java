package io.tocsin.campaign;

import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
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

/** Preview dialling. */
@Tag(name = "Collection campaigns")
@Path("/api/centers/{centerId}/campaigns/{campaignId}/previews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "supervisor"})
class PreviewResource {
    private final PreviewDesk desk;
    private final Caller caller;

    PreviewResource(PreviewDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "The next case to call; 204 where nobody is to be called now")
    public Response next(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID campaignId) {
        return desk.next(centerId, campaignId, caller.name())
                .map(preview -> Response.ok(preview).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @POST
    @Path("{attemptId}/start")
    @Operation(summary = "Call this person; the agent is rung as soon as they pick up")
    public Response start(@PathParam("centerId") UUID centerId, @PathParam("attemptId") UUID attemptId) {
        desk.start(centerId, attemptId, caller.name());
        return Response.accepted().build();
    }

    @POST
    @Path("{attemptId}/skip")
    @Operation(summary = "Do not call this person now, and say why; the case goes back to the list")
    public void skip(
            @PathParam("centerId") UUID centerId,
            @PathParam("attemptId") UUID attemptId,
            @QueryParam("reason") SkipReason reason) {
        desk.skip(centerId, attemptId, reason, caller.name());
    }
}
