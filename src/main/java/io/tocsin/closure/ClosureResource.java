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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of a center. */
@Tag(name = "Closure", description = "The end of a center: evidence, teardown, certificate.")
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
    @Operation(summary = "What a teardown would do, what warns and what blocks; nothing happens")
    public TeardownPlan dryRun(@PathParam("centerId") UUID id) {
        return teardown.dryRun(id);
    }

    @POST
    @Path("teardown")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "Tear the center down; resumes by itself after a crash")
    public Response begin(@PathParam("centerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        IncidentCenter center = teardown.begin(id, ifMatch, caller.name());
        return Response.accepted(CenterView.of(center))
                .location(URI.create("/api/centers/" + id + "/certificate"))
                .tag(Versions.tag(center.version()))
                .build();
    }

    @GET
    @Path("evidence")
    @Operation(summary = "The evidence exports so far")
    public List<Evidence.Export> exports(@PathParam("centerId") UUID id) {
        return evidence.exports(id);
    }

    @POST
    @Path("evidence")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "Export the evidence: journals, notices, facts, obligations, with a SHA-256 manifest")
    public Response export(@PathParam("centerId") UUID id) {
        Evidence.Export export = evidence.export(id, caller.name());
        return Response.created(URI.create("/api/centers/" + id + "/evidence/" + export.id()))
                .entity(export)
                .build();
    }

    @GET
    @Path("evidence/{exportId}")
    @Produces("application/zip")
    @Operation(summary = "Download an evidence export")
    public Response zip(@PathParam("centerId") UUID id, @PathParam("exportId") UUID exportId) {
        byte[] zip = evidence.zip(id, exportId)
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no such export.", "その書き出しは存在しません。")));
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".zip\"")
                .build();
    }

    @GET
    @Path("certificate")
    @Operation(summary = "The proof that nothing is left, or what is")
    public Certificate certificate(@PathParam("centerId") UUID id) {
        return certifier
                .last(id)
                .orElseThrow(() -> Problem.notFound(Phrase.of(
                        "There is no certificate yet; it comes when everything is removed.",
                        "証明書はまだありません。すべての撤去が完了すると発行されます。")));
    }
}
