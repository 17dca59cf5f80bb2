package io.tocsin.center;

import io.tocsin.platform.Caller;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The duties that regimes put on a center, with their deadlines. */
@Tag(name = "Obligations", description = "Duties with deadlines that regimes put on a center. No legal advice.")
@Path("/api/centers/{centerId}/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DutiesResource {
    private final Obligations obligations;
    private final DutySettling settling;
    private final Caller caller;

    DutiesResource(Obligations obligations, DutySettling settling, Caller caller) {
        this.obligations = obligations;
        this.settling = settling;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The obligations with their deadlines and sources")
    public List<CenterObligation> list(@PathParam("centerId") UUID id) {
        return obligations.list(id);
    }

    /** @param evidence what proves that it is done, or why it is not owed */
    public record Settling(String evidence) {}

    @POST
    @Path("{obligationId}/close")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Close an obligation with evidence")
    public CenterObligation close(
            @PathParam("centerId") UUID id, @PathParam("obligationId") UUID obligation, Settling settled) {
        return settling.met(id, obligation, evidence(settled), caller.name());
    }

    @POST
    @Path("{obligationId}/waive")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Judge an obligation not owed, with the reason")
    public CenterObligation waive(
            @PathParam("centerId") UUID id, @PathParam("obligationId") UUID obligation, Settling settled) {
        return settling.waived(id, obligation, evidence(settled), caller.name());
    }

    private static String evidence(Settling settled) {
        return settled == null ? null : settled.evidence();
    }
}
