package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** One seat, for its supervisor. */
@Path("/console/centers/{centerId}/board/seats/{seatNo}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("supervisor")
class SeatPages {
    private final DeskSeats seats;
    private final Queues queues;
    private final Supervision supervision;
    private final Caller caller;
    private final Console console;
    private final Clock clock;

    SeatPages(DeskSeats seats, Queues queues, Supervision supervision, Caller caller, Console console, Clock clock) {
        this.seats = seats;
        this.queues = queues;
        this.supervision = supervision;
        this.caller = caller;
        this.console = console;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance seat(
                String path, String board, SeatView seat, List<QueueNeed> queues, Form form);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance seat(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo) {
        return console.page(shown(centerId, seatNo, Form.empty()));
    }

    @POST
    @Path("queues")
    public Response queues(
            @PathParam("centerId") UUID centerId,
            @PathParam("seatNo") String seatNo,
            @FormParam("queues") List<String> names) {
        return attempt(centerId, seatNo, () -> supervision.moveTo(centerId, seatNo, names, caller.name()));
    }

    @POST
    @Path("voice")
    public Response voice(
            @PathParam("centerId") UUID centerId,
            @PathParam("seatNo") String seatNo,
            @FormParam("passed") boolean passed) {
        return attempt(centerId, seatNo, () -> supervision.heard(centerId, seatNo, passed, caller.name()));
    }

    @POST
    @Path("log-out")
    public Response logOut(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo) {
        return attempt(centerId, seatNo, () -> supervision.logOut(centerId, seatNo, caller.name()));
    }

    @POST
    @Path("revoke")
    public Response revoke(
            @PathParam("centerId") UUID centerId,
            @PathParam("seatNo") String seatNo,
            @FormParam("reason") String reason) {
        return attempt(centerId, seatNo, () -> supervision.revokeHome(centerId, seatNo, reason, caller.name()));
    }

    @POST
    @Path("grant")
    public Response grant(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo) {
        return attempt(centerId, seatNo, () -> supervision.grantHome(centerId, seatNo, caller.name()));
    }

    private Response attempt(UUID centerId, String seatNo, Runnable act) {
        return console.take(
                Form.empty(), form -> act.run(), path(centerId, seatNo), form -> shown(centerId, seatNo, form));
    }

    private static String path(UUID centerId, String seatNo) {
        return BoardPages.path(centerId) + "/seats/" + seatNo;
    }

    private TemplateInstance shown(UUID centerId, String seatNo, Form form) {
        return Templates.seat(
                path(centerId, seatNo),
                BoardPages.path(centerId),
                SeatView.of(seats.one(centerId, seatNo), clock.instant()),
                queues.of(centerId),
                form);
    }
}
