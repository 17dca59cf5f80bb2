package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Versions;
import io.tocsin.riskpack.RiskPack;
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

/** The fact sheet: revised in a form, with the effect beside it, what is stale, and publishing anew. */
@Path("/console/centers/{centerId}/facts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class FactsPages {
    private final Centers centers;
    private final CenterService service;
    private final FactSheetVersions factSheets;
    private final Staleness staleness;
    private final PlanMaker plans;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    FactsPages(
            Centers centers,
            CenterService service,
            FactSheetVersions factSheets,
            Staleness staleness,
            PlanMaker plans,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.centers = centers;
        this.service = service;
        this.factSheets = factSheets;
        this.staleness = staleness;
        this.plans = plans;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance facts(
                CenterView center,
                Form form,
                List<FactField> known,
                List<FactField> later,
                boolean laterOpen,
                List<Staleness.Stale> stale,
                List<FactSheetVersions.FactSheet> versions,
                boolean mayRevise);
    }

    @GET
    public TemplateInstance form(@PathParam("centerId") UUID id) {
        IncidentCenter center = centers.get(id);
        RiskPack pack = plans.pack(center);
        JsonNode facts = factSheets.get(id, center.factsVersion()).facts();
        return console.page(shown(center, pack, Form.with(FactForm.values(pack.facts(), center.languages(), facts))));
    }

    /** A new version of the facts. Publishing it is a step of its own, after a look at what becomes stale. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response revise(@PathParam("centerId") UUID id, MultivaluedMap<String, String> given) {
        IncidentCenter center = centers.get(id);
        RiskPack pack = plans.pack(center);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    service.revise(
                            id,
                            FactForm.read(pack.facts(), center.languages(), form),
                            form.value("note"),
                            false,
                            form.seen(),
                            caller.name());
                    return console.to("/console/centers/" + id + "/facts");
                },
                failed -> shown(center, pack, failed));
    }

    @POST
    @Path("publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response publish(@PathParam("centerId") UUID id, @FormParam("version") long version) {
        service.republish(id, Versions.seen(version), caller.name());
        return console.to("/console/centers/" + id + "/facts");
    }

    @POST
    @Path("effect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public TemplateInstance effect(@PathParam("centerId") UUID id, MultivaluedMap<String, String> given) {
        IncidentCenter center = centers.get(id);
        RiskPack pack = plans.pack(center);
        JsonNode facts = FactForm.read(pack.facts(), center.languages(), Form.of(given));
        return console.part(
                DeclarePages.Templates.effect(Effect.of(pack, center.languages(), center.organization(), facts)));
    }

    private TemplateInstance shown(IncidentCenter center, RiskPack pack, Form form) {
        FactField.Sheet sheet = FactField.Sheet.of(pack.facts(), center.languages(), form);
        boolean alive = center.phase() != Phase.TEARING_DOWN && center.phase() != Phase.CLOSED;
        return Templates.facts(
                CenterView.of(center),
                form,
                sheet.known(),
                sheet.later(),
                sheet.laterOpen(),
                staleness.now(center.id()),
                factSheets.all(center.id()).reversed(),
                alive && identity.hasRole("crisis-manager"));
    }
}
