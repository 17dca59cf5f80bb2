package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The open gate as a checklist, with what to do at each. */
@Path("/console/centers/{centerId}/gate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class GatePages {
    private final Centers centers;
    private final Gatekeeper gate;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    GatePages(Centers centers, Gatekeeper gate, SecurityIdentity identity, Caller caller, Console console) {
        this.centers = centers;
        this.gate = gate;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance gate(
                CenterView center, List<GateCheck> checks, long failing, Form form, boolean mayOpen);
    }

    @GET
    public TemplateInstance checks(@PathParam("centerId") UUID id) {
        return console.page(shown(id, Form.empty()));
    }

    @POST
    @Path("override")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response override(@PathParam("centerId") UUID id, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    gate.override(id, form.value("check"), form.value("reason"), caller.name());
                    return console.to("/console/centers/" + id + "/gate");
                },
                failed -> shown(id, failed));
    }

    @POST
    @Path("open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response open(@PathParam("centerId") UUID id, @FormParam("version") long version) {
        gate.open(id, Versions.seen(version), caller.name());
        return console.to("/console/centers/" + id);
    }

    private TemplateInstance shown(UUID id, Form form) {
        IncidentCenter center = centers.get(id);
        boolean launched = center.liveFacts() != null && center.phase().isRunning();
        List<GateCheck> checks = launched ? gate.check(id) : List.of();
        return Templates.gate(
                CenterView.of(center),
                checks,
                checks.stream().filter(c -> !c.passes()).count(),
                form,
                identity.hasRole("crisis-manager")
                        && (center.phase() == Phase.READY || center.phase() == Phase.PREPARING));
    }
}
