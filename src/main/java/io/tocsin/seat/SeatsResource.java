package io.tocsin.seat;

import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The seats of a center, and signing in to one's own. */
@Path("/api/centers/{centerId}/seats")
@Produces(MediaType.APPLICATION_JSON)
class SeatsResource {
    private final Seats seats;
    private final SeatDesk desk;
    private final Caller caller;

    SeatsResource(Seats seats, SeatDesk desk, Caller caller) {
        this.seats = seats;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    public List<Seats.Seat> list(@PathParam("centerId") UUID centerId) {
        return seats.of(centerId);
    }

    @GET
    @Path("me")
    @RolesAllowed({"agent", "supervisor"})
    public Seats.Seat mine(@PathParam("centerId") UUID centerId) {
        return seats.ownSeat(centerId, caller.name());
    }

    @POST
    @Path("me/check-in")
    @RolesAllowed({"agent", "supervisor"})
    public Seats.Seat checkIn(@PathParam("centerId") UUID centerId) {
        return desk.checkIn(centerId, caller.name());
    }

    @POST
    @Path("me/check-out")
    @RolesAllowed({"agent", "supervisor"})
    public Seats.Seat checkOut(@PathParam("centerId") UUID centerId) {
        return desk.checkOut(centerId, caller.name());
    }
}
