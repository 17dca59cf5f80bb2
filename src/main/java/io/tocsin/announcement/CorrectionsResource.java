package io.tocsin.announcement;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Facts that were corrected after people had heard them. */
@Tag(name = "Announcements")
@Path("/api/centers/{centerId}/announcements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class CorrectionsResource {
    private static final int MOST = 1_000;

    private final Corrections corrections;
    private final Idempotency idempotency;
    private final Caller caller;

    CorrectionsResource(Corrections corrections, Idempotency idempotency, Caller caller) {
        this.corrections = corrections;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * @param newest version of the facts that is published now
     * @param total of those who heard an older one last
     * @param next id to pass as {@code after}; null on the last page
     */
    public record Page(int newest, long total, List<Corrections.Heard> recipients, UUID next) {}

    @GET
    @Path("heard-older")
    @Operation(summary = "Who heard an older version of the facts, and which")
    public Page heardOlder(
            @PathParam("centerId") UUID centerId,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Corrections.Heard> found = corrections.page(centerId, after, size);
        return new Page(
                corrections.newest(centerId),
                corrections.count(centerId),
                found,
                found.size() < size ? null : found.getLast().recipient());
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Draft a correction to those who heard the old facts from this announcement")
    public Response correct(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        Idempotency.Answer answer = idempotency.once(caller.name(), key, Map.of("corrects", id), () -> {
            Announcement made = corrections.draft(centerId, id, caller.name());
            return new Idempotency.Answer(
                    201, "/api/centers/" + centerId + "/announcements/" + made.id(), Json.tree(made));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }
}
