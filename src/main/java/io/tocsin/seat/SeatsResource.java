package io.tocsin.seat;

import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The seats of a center, and who fills them. */
@Tag(name = "Seats", description = "The seats of a center and the people in them.")
@Path("/api/centers/{centerId}/seats")
@Produces(MediaType.APPLICATION_JSON)
class SeatsResource {
    private final Seats seats;
    private final Caller caller;

    SeatsResource(Seats seats, Caller caller) {
        this.seats = seats;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "The seats; an empty one says why")
    public List<Seats.Seat> list(@PathParam("centerId") UUID centerId) {
        return seats.of(centerId);
    }

    @GET
    @Path("me")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(summary = "The caller's own seat")
    public Seats.Seat mine(@PathParam("centerId") UUID centerId) {
        return seats.ownSeat(centerId, caller.name());
    }
}
