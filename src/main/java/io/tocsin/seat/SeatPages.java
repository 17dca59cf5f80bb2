package io.tocsin.seat;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The seats of a center: who sits where, who is at work, and why a seat is empty. */
@Path("/console/centers/{centerId}/seats")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class SeatPages {
    private final Seats seats;
    private final Console console;

    SeatPages(Seats seats, Console console) {
        this.seats = seats;
        this.console = console;
    }

    @CheckedTemplate(basePath = "seat")
    static class Templates {
        static native TemplateInstance seats(List<Seats.Seat> seats, long signedIn, long empty);
    }

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID id) {
        List<Seats.Seat> all = seats.of(id);
        return console.page(Templates.seats(
                all,
                all.stream().filter(s -> s.signedInAt() != null).count(),
                all.stream().filter(s -> s.personId().isEmpty()).count()));
    }
}
