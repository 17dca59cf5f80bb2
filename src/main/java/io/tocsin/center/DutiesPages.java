package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Obligations as clocks, and settling them with evidence. */
@Path("/console/centers/{centerId}/obligations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DutiesPages {
    private final Obligations obligations;
    private final DutiesResource duties;
    private final SecurityIdentity identity;
    private final Console console;

    DutiesPages(Obligations obligations, DutiesResource duties, SecurityIdentity identity, Console console) {
        this.obligations = obligations;
        this.duties = duties;
        this.identity = identity;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance obligations(
                UUID centerId, List<CenterObligation> open, List<CenterObligation> settled, boolean maySettle);
    }

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID id) {
        List<CenterObligation> all = obligations.list(id);
        return console.page(Templates.obligations(
                id,
                all.stream()
                        .filter(o -> o.state() == CenterObligation.State.OPEN)
                        .toList(),
                all.stream()
                        .filter(o -> o.state() != CenterObligation.State.OPEN)
                        .toList(),
                identity.hasRole("crisis-manager")));
    }

    /** @param how {@code met} or {@code waived} */
    @POST
    @Path("{obligationId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response settle(
            @PathParam("centerId") UUID id,
            @PathParam("obligationId") UUID obligation,
            @FormParam("how") String how,
            @FormParam("evidence") String evidence) {
        DutiesResource.Settling settling = new DutiesResource.Settling(evidence);
        if ("waived".equals(how)) {
            duties.waive(id, obligation, settling);
        } else {
            duties.close(id, obligation, settling);
        }
        return console.to("/console/centers/" + id + "/obligations");
    }
}
