package io.tocsin.closure;

import io.tocsin.center.CenterView;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The end of a center. */
@Path("/api/centers/{centerId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "ops", "auditor"})
class ClosureResource {
    private final Teardown teardown;
    private final Evidence evidence;
    private final Certifier certifier;
    private final Caller caller;

    ClosureResource(Teardown teardown, Evidence evidence, Certifier certifier, Caller caller) {
        this.teardown = teardown;
        this.evidence = evidence;
        this.certifier = certifier;
        this.caller = caller;
    }

    /** What a teardown would do; nothing happens. */
    @GET
    @Path("teardown")
    public TeardownPlan dryRun(@PathParam("centerId") UUID id) {
        return teardown.dryRun(id);
    }

    @POST
    @Path("teardown")
    @RolesAllowed({"crisis-manager", "ops"})
    public Response begin(@PathParam("centerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        IncidentCenter center = teardown.begin(id, ifMatch, caller.name());
        return Response.accepted(CenterView.of(center))
                .location(URI.create("/api/centers/" + id + "/certificate"))
                .tag(Versions.tag(center.version()))
                .build();
    }

    @GET
    @Path("evidence")
    public List<Evidence.Export> exports(@PathParam("centerId") UUID id) {
        return evidence.exports(id);
    }

    @POST
    @Path("evidence")
    @RolesAllowed({"crisis-manager", "ops"})
    public Response export(@PathParam("centerId") UUID id) {
        Evidence.Export export = evidence.export(id, caller.name());
        return Response.created(URI.create("/api/centers/" + id + "/evidence/" + export.id()))
                .entity(export)
                .build();
    }

    @GET
    @Path("evidence/{exportId}")
    @Produces("application/zip")
    public Response zip(@PathParam("centerId") UUID id, @PathParam("exportId") UUID exportId) {
        byte[] zip = evidence.zip(id, exportId)
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no such export.", "その書き出しは存在しません。")));
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".zip\"")
                .build();
    }

    @GET
    @Path("certificate")
    public Certificate certificate(@PathParam("centerId") UUID id) {
        return certifier
                .last(id)
                .orElseThrow(() -> Problem.notFound(Phrase.of(
                        "There is no certificate yet; it comes when everything is removed.",
                        "証明書はまだありません。すべての撤去が完了すると発行されます。")));
    }
}
