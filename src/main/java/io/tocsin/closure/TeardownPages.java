package io.tocsin.closure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.center.CenterView;
import io.tocsin.center.Centers;
import io.tocsin.center.Phase;
import io.tocsin.console.Console;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The end of a center: plan with holds, evidence, teardown, certificate. */
@Path("/console/centers/{centerId}/teardown")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "ops", "auditor"})
class TeardownPages {
    private final Centers centers;
    private final Teardown teardown;
    private final Evidence evidence;
    private final Certifier certifier;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    TeardownPages(
            Centers centers,
            Teardown teardown,
            Evidence evidence,
            Certifier certifier,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.centers = centers;
        this.teardown = teardown;
        this.evidence = evidence;
        this.certifier = certifier;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "closure")
    static class Templates {
        static native TemplateInstance teardown(
                CenterView center,
                TeardownPlan plan,
                List<Evidence.Export> exports,
                Certificate certificate,
                boolean mayAct);
    }

    @GET
    public TemplateInstance plan(@PathParam("centerId") UUID id) {
        CenterView center = CenterView.of(centers.get(id));
        boolean begun = center.phase() == Phase.TEARING_DOWN || center.phase() == Phase.CLOSED;
        return console.page(Templates.teardown(
                center,
                begun ? null : teardown.dryRun(id),
                evidence.exports(id),
                certifier.last(id).orElse(null),
                identity.hasRole("crisis-manager") || identity.hasRole("ops")));
    }

    @POST
    @Path("evidence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "ops"})
    public Response export(@PathParam("centerId") UUID id) {
        evidence.export(id, caller.name());
        return console.to("/console/centers/" + id + "/teardown");
    }

    @GET
    @Path("evidence/{exportId}")
    @Produces("application/zip")
    public Response zip(@PathParam("centerId") UUID id, @PathParam("exportId") UUID exportId) {
        byte[] zip = evidence.zip(id, exportId)
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no such export.", "その書き出しは存在しません。")));
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".zip\"")
                .build();
    }

    @GET
    @Path("certificate")
    @Produces(MediaType.APPLICATION_JSON)
    public Response certificate(@PathParam("centerId") UUID id) {
        Certificate certificate = certifier
                .last(id)
                .orElseThrow(() -> Problem.notFound(Phrase.of(
                        "There is no certificate yet; it comes when everything is removed.",
                        "証明書はまだありません。すべての撤去が完了すると発行されます。")));
        return Response.ok(Json.write(certificate))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificate-" + id + ".json\"")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "ops"})
    public Response begin(@PathParam("centerId") UUID id, @FormParam("version") long version) {
        teardown.begin(id, Versions.seen(version), caller.name());
        return console.to("/console/centers/" + id + "/teardown");
    }
}
