package io.tocsin.center;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tocsin.platform.Caller;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.ResourceState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What a center owns outside, piece by piece, and how far each piece is. */
@Tag(name = "Resources", description = "What a center owns outside, piece by piece.")
@Path("/api/centers/{centerId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class ResourcesResource {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Centers centers;
    private final Ledger ledger;
    private final ResourceRetries retries;
    private final Caller caller;

    ResourcesResource(Centers centers, Ledger ledger, ResourceRetries retries, Caller caller) {
        this.centers = centers;
        this.ledger = ledger;
        this.retries = retries;
        this.caller = caller;
    }

    @GET
    @Path("resources")
    @Operation(summary = "Every resource with its state, the vendor's id and what to do")
    public List<Resource> resources(@PathParam("centerId") UUID id) {
        centers.get(id);
        return ledger.of(id);
    }

    /** A person has done what the resource asked for. */
    @POST
    @Path("resources/{name:.+}/retry")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "Try a resource again that waits for a person")
    public Resource retry(@PathParam("centerId") UUID id, @PathParam("name") String name) {
        return retries.again(id, name, caller.name());
    }

    /**
     * How far the work is.
     *
     * @param stuck resources that wait for a person, with what to do
     */
    public record Progress(
            Phase phase, Map<ResourceState, Long> states, long ready, long wanted, List<Resource> stuck) {}

    @GET
    @Path("progress")
    @Operation(summary = "How far the work is, in numbers, and what is stuck")
    public Progress progress(@PathParam("centerId") UUID id) {
        List<Resource> resources = ledger.of(id);
        return new Progress(
                centers.get(id).phase(),
                resources.stream().collect(Collectors.groupingBy(Resource::state, Collectors.counting())),
                resources.stream().filter(Resource::isReady).count(),
                resources.stream().filter(Resource::wanted).count(),
                resources.stream()
                        .filter(r -> r.state() == ResourceState.STUCK || r.state() == ResourceState.DRIFTED)
                        .toList());
    }

    /** The same as server-sent events, whenever it changes. */
    @GET
    @Path("progress/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same as server-sent events")
    public Multi<Progress> stream(@PathParam("centerId") UUID id) {
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> progress(id))
                .skip()
                .repetitions();
    }
}
