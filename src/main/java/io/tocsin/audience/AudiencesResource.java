package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.center.Centers;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

/** A center's audiences, and how many people a segment of them has. */
@Tag(name = "Audiences", description = "Whom the center must reach.")
@Path("/api/centers/{centerId}/audiences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AudiencesResource {
    private final Audiences audiences;
    private final Centers centers;
    private final Segments segments;
    private final Idempotency idempotency;
    private final Caller caller;

    AudiencesResource(
            Audiences audiences, Centers centers, Segments segments, Idempotency idempotency, Caller caller) {
        this.audiences = audiences;
        this.centers = centers;
        this.segments = segments;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * @param country for rows without one; the center's if left out
     * @param language for people whose own is not known; the center's first if left out
     * @param zone IANA name, for countries with several where nothing tells; may be left out
     */
    public record NewAudience(String name, String country, String language, String zone) {}

    /** @param count of everybody in it */
    public record AudienceView(Audience audience, Segments.Count count) {}

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "The center's audiences, oldest first")
    public List<Audience> list(@PathParam("centerId") UUID centerId) {
        return audiences.of(centerId);
    }

    @POST
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Make an audience, to import lists into")
    public Response create(
            @PathParam("centerId") UUID centerId, NewAudience wanted, @HeaderParam("Idempotency-Key") String key) {
        var center = centers.get(centerId);
        NewAudience asked = wanted == null ? new NewAudience(null, null, null, null) : wanted;
        Idempotency.Answer answer = idempotency.once(caller.name(), key, asked, () -> {
            Audience made = audiences.create(
                    centerId,
                    asked.name(),
                    asked.country() == null ? center.country() : asked.country(),
                    asked.language() == null ? center.languages().getFirst() : asked.language(),
                    asked.zone(),
                    caller.name());
            return new Idempotency.Answer(
                    201, "/api/centers/" + centerId + "/audiences/" + made.id(), Json.tree(made));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{audienceId}")
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "One audience, with how many people it has")
    public AudienceView get(@PathParam("centerId") UUID centerId, @PathParam("audienceId") UUID audienceId) {
        Audience audience = audiences.get(centerId, audienceId);
        return new AudienceView(audience, segments.count(audienceId, Segment.everybody()));
    }

    @POST
    @Path("{audienceId}/count")
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "How many people a segment of the audience has")
    public Segments.Count count(
            @PathParam("centerId") UUID centerId, @PathParam("audienceId") UUID audienceId, JsonNode segment) {
        if (segment != null && !segment.isObject()) {
            throw Problem.invalid(
                    "segment-invalid", Phrase.of("Send the segment as a JSON object.", "セグメントを JSON オブジェクトで送ってください。"), List.of());
        }
        return segments.count(audiences.get(centerId, audienceId).id(), Segment.of(segment));
    }
}
