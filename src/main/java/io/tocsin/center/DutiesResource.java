package io.tocsin.center;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
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
    private final CenterJournal journal;
    private final Caller caller;

    DutiesResource(Obligations obligations, CenterJournal journal, Caller caller) {
        this.obligations = obligations;
        this.journal = journal;
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
    @Transactional
    @Operation(summary = "Close an obligation with evidence")
    public CenterObligation close(
            @PathParam("centerId") UUID id, @PathParam("obligationId") UUID obligation, Settling settling) {
        own(id, obligation);
        CenterObligation closed = obligations.close(obligation, evidence(settling), caller.name());
        said(id, closed, "obligation.met", Phrase.of("Obligation met: %s %s", "義務を履行: %s %s"));
        return closed;
    }

    @POST
    @Path("{obligationId}/waive")
    @RolesAllowed("crisis-manager")
    @Transactional
    @Operation(summary = "Judge an obligation not owed, with the reason")
    public CenterObligation waive(
            @PathParam("centerId") UUID id, @PathParam("obligationId") UUID obligation, Settling settling) {
        own(id, obligation);
        CenterObligation waived = obligations.waive(obligation, evidence(settling), caller.name());
        said(id, waived, "obligation.waived", Phrase.of("Obligation judged not owed: %s %s", "義務なしと判断: %s %s"));
        return waived;
    }

    private static String evidence(Settling settling) {
        return settling == null ? null : settling.evidence();
    }

    private void own(UUID id, UUID obligation) {
        if (obligations.list(id).stream().noneMatch(o -> o.id().equals(obligation))) {
            throw Problem.notFound(Phrase.of("This center has no such obligation.", "このセンターにその義務はありません。"));
        }
    }

    private void said(UUID id, CenterObligation obligation, String code, Phrase said) {
        journal.add(
                id,
                caller.name(),
                code,
                said.with(obligation.regime(), obligation.code()),
                Map.of("obligation", obligation.id(), "evidence", String.valueOf(obligation.evidence())));
    }
}
