package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Caller;
import io.tocsin.platform.CenterAccess;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One center: its life from launch to draining. */
@Tag(name = "Centers")
@Path("/api/centers/{centerId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class CenterResource {
    private final Centers centers;
    private final CenterService service;
    private final Gatekeeper gate;
    private final Previews previews;
    private final FactSheetVersions factSheets;
    private final Staleness staleness;
    private final CenterJournal journal;
    private final CenterAccess access;
    private final Clock clock;
    private final Caller caller;

    CenterResource(
            Centers centers,
            CenterService service,
            Gatekeeper gate,
            Previews previews,
            FactSheetVersions factSheets,
            Staleness staleness,
            CenterJournal journal,
            CenterAccess access,
            Clock clock,
            Caller caller) {
        this.centers = centers;
        this.service = service;
        this.gate = gate;
        this.previews = previews;
        this.factSheets = factSheets;
        this.staleness = staleness;
        this.journal = journal;
        this.access = access;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
    @Operation(summary = "One center; its ETag goes into If-Match of the next edit")
    public Response get(@PathParam("centerId") UUID id) {
        return tagged(centers.get(id));
    }

    /** What launching, or applying the capacity that is set, would create, change or remove. */
    @GET
    @Path("plan")
    @Operation(summary = "What launching, or applying the capacity that is set, would create, change or remove")
    public Previews.Preview plan(@PathParam("centerId") UUID id) {
        return previews.of(id, null);
    }

    /** The same for another capacity, without setting it. */
    @POST
    @Path("plan")
    @Operation(summary = "The same preview for another capacity, without setting it")
    public Previews.Preview plan(@PathParam("centerId") UUID id, Capacity capacity) {
        return previews.of(id, capacity);
    }

    @POST
    @Path("launch")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Launch: everything planned is made")
    public Response launch(@PathParam("centerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(service.launch(id, ifMatch, caller.name()));
    }

    @PUT
    @Path("capacity")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Surge or shrink, also while open; activates a center on standby")
    public Response resize(
            @PathParam("centerId") UUID id, Capacity capacity, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(service.resize(id, capacity, ifMatch, caller.name()));
    }

    @GET
    @Path("facts")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
    @Operation(summary = "The fact sheet in use")
    public Response facts(@PathParam("centerId") UUID id) {
        IncidentCenter center = centers.get(id);
        return Response.ok(factSheets.get(id, center.factsVersion()))
                .tag(Versions.tag(center.version()))
                .build();
    }

    @GET
    @Path("facts/versions")
    @Operation(summary = "Every version of the fact sheet, with author and note")
    public List<FactSheetVersions.FactSheet> factVersions(@PathParam("centerId") UUID id) {
        centers.get(id);
        return factSheets.all(id);
    }

    /** @param republish whether notices and script follow at once; true if absent */
    public record Revision(JsonNode facts, String note, Boolean republish) {}

    /** @param stale what was made from the facts that changed */
    public record Revised(CenterView center, List<Staleness.Stale> stale, boolean republished) {}

    @PUT
    @Path("facts")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Revise the fact sheet; tells what became stale and publishes it anew")
    public Response revise(
            @PathParam("centerId") UUID id, Revision revision, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        if (revision == null || revision.facts() == null) {
            throw Problem.invalid(
                    "facts-invalid",
                    Phrase.of("Send the whole fact sheet.", "事実シート全体を送ってください。"),
                    List.of(Violation.of("facts", "This is missing.", "入力されていません。")));
        }
        boolean republish = revision.republish() == null || revision.republish();
        IncidentCenter center =
                service.revise(id, revision.facts(), revision.note(), republish, ifMatch, caller.name());
        List<Staleness.Stale> stale = staleness.between(id, center.factsVersion() - 1, center.factsVersion());
        return Response.ok(new Revised(
                        CenterView.of(center),
                        stale,
                        republish && center.phase().isRunning()))
                .tag(Versions.tag(center.version()))
                .build();
    }

    @GET
    @Path("stale")
    @Operation(summary = "What was made from facts that have changed since")
    public List<Staleness.Stale> stale(@PathParam("centerId") UUID id) {
        return staleness.now(id);
    }

    @POST
    @Path("republish")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Publish anew what is stale")
    public Response republish(@PathParam("centerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(service.republish(id, ifMatch, caller.name()));
    }

    /** @param opens whether the center may open now */
    public record Gate(boolean opens, List<GateCheck> checks) {}

    @GET
    @Path("gate")
    @Operation(summary = "The open gate: every check with its findings and what to do")
    public Gate gate(@PathParam("centerId") UUID id) {
        List<GateCheck> checks = gate.check(id);
        return new Gate(checks.stream().allMatch(GateCheck::passes), checks);
    }

    public record OverrideRequest(String check, String reason) {}

    @POST
    @Path("gate/overrides")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Override one check of the gate, with a reason, on the record")
    public Gate override(@PathParam("centerId") UUID id, OverrideRequest request) {
        OverrideRequest given = request == null ? new OverrideRequest(null, null) : request;
        gate.override(id, given.check(), given.reason(), caller.name());
        return gate(id);
    }

    @POST
    @Path("open")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Open: callers are answered from now on")
    public Response open(@PathParam("centerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(gate.open(id, ifMatch, caller.name()));
    }

    @POST
    @Path("drain")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "Drain: new callers hear the closing words, those inside go on")
    public Response drain(@PathParam("centerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(service.drain(id, ifMatch, caller.name()));
    }

    @GET
    @Path("journal")
    @Operation(summary = "Every move of the center, with who and when")
    public List<CenterJournal.Entry> journal(@PathParam("centerId") UUID id) {
        return journal.of(id);
    }

    @PUT
    @Path("members/{member}")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "Make a person a member of the center")
    public void admit(@PathParam("centerId") UUID id, @RestPath String member) {
        centers.get(id);
        access.admit(id, member, clock.instant());
        journal.add(
                id,
                caller.name(),
                "member.admitted",
                Phrase.of("A member was admitted", "メンバーを追加"),
                java.util.Map.of("member", member));
    }

    @DELETE
    @Path("members/{member}")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "End a person's membership; access ends at once")
    public void dismiss(@PathParam("centerId") UUID id, @RestPath String member) {
        access.dismiss(id, member);
        journal.add(
                id,
                caller.name(),
                "member.dismissed",
                Phrase.of("A member was dismissed", "メンバーを解除"),
                java.util.Map.of("member", member));
    }

    private static Response tagged(IncidentCenter center) {
        return Response.ok(CenterView.of(center))
                .tag(Versions.tag(center.version()))
                .build();
    }

    /** The work goes on after the answer; its progress is at the resources. */
    private static Response accepted(IncidentCenter center) {
        return Response.accepted(CenterView.of(center))
                .location(URI.create("/api/centers/" + center.id() + "/resources"))
                .tag(Versions.tag(center.version()))
                .build();
    }
}
