package io.tocsin.center;

import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.platform.Caller;
import io.tocsin.platform.CenterAccess;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Declaring incidents, and the list of centers. */
@Tag(name = "Centers", description = "Declaring incidents, and one center's life from launch to draining.")
@Path("/api/centers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CentersResource {
    private static final int MOST = 100;

    private final CenterService service;
    private final Centers centers;
    private final CenterAccess access;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;
    private final Caller caller;

    CentersResource(
            CenterService service,
            Centers centers,
            CenterAccess access,
            Idempotency idempotency,
            SecurityIdentity identity,
            Caller caller) {
        this.service = service;
        this.centers = centers;
        this.access = access;
        this.idempotency = idempotency;
        this.identity = identity;
        this.caller = caller;
    }

    /** A page of centers, newest first. @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<CenterView> centers, UUID next) {}

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
    @Operation(summary = "The centers of the caller, newest first")
    public Page list(@QueryParam("after") UUID after, @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        // ids are time-ordered, so the id is the key of the page
        UUID from = after == null ? new UUID(-1, -1) : after;
        List<IncidentCenter> found = CenterAccess.seesAll(identity)
                ? centers.find("id < ?1 order by id desc", from).page(0, size).list()
                : centers.find("id < ?1 and id in ?2 order by id desc", from, access.centersOf(caller.name()))
                        .page(0, size)
                        .list();
        List<CenterView> views = found.stream().map(CenterView::of).toList();
        return new Page(views, views.size() < size ? null : views.getLast().id());
    }

    @POST
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Declare an incident; nothing exists outside yet")
    public Response declare(Declaration declaration, @HeaderParam("Idempotency-Key") String key) {
        if (declaration == null) {
            throw Problem.invalid(
                    "declaration-invalid",
                    Phrase.of("Send the declaration as JSON.", "事案の内容を JSON で送ってください。"),
                    List.of());
        }
        Idempotency.Answer answer = idempotency.once(caller.name(), key, declaration, () -> {
            CenterView center = CenterView.of(service.declare(declaration, caller.name()));
            return new Idempotency.Answer(201, "/api/centers/" + center.id(), Json.tree(center));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .tag(Versions.tag(answer.body().path("version").asLong()))
                .entity(answer.body())
                .build();
    }
}
