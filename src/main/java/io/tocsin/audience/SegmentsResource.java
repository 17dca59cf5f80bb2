package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Segments of an audience with a name. */
@Tag(name = "Audiences")
@Path("/api/centers/{centerId}/audiences/{audienceId}/segments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SegmentsResource {
    private final Audiences audiences;
    private final SavedSegments segments;
    private final Idempotency idempotency;
    private final Caller caller;

    SegmentsResource(Audiences audiences, SavedSegments segments, Idempotency idempotency, Caller caller) {
        this.audiences = audiences;
        this.segments = segments;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param criteria see {@link Segment} */
    public record NewSegment(String name, JsonNode criteria) {}

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "The audience's segments that have a name, oldest first")
    public List<SavedSegment> list(@PathParam("centerId") UUID centerId, @PathParam("audienceId") UUID audienceId) {
        return segments.of(audiences.get(centerId, audienceId).id());
    }

    @POST
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Give a segment a name, to choose it for announcements and campaigns")
    public Response create(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            NewSegment wanted,
            @HeaderParam("Idempotency-Key") String key) {
        Audience audience = audiences.get(centerId, audienceId);
        NewSegment asked = wanted == null ? new NewSegment(null, null) : wanted;
        Idempotency.Answer answer = idempotency.once(caller.name(), key, asked, () -> {
            SavedSegment made = segments.create(audience, asked.name(), Segment.of(asked.criteria()), caller.name());
            return new Idempotency.Answer(
                    201,
                    "/api/centers/" + centerId + "/audiences/" + audienceId + "/segments/" + made.id(),
                    Json.tree(made));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }

    @DELETE
    @Path("{segmentId}")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Forget a segment's name; what was sent to it stays as it is")
    public void delete(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("segmentId") UUID segmentId) {
        audiences.get(centerId, audienceId);
        segments.delete(centerId, segmentId, caller.name());
    }
}
