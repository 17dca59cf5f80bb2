package io.tocsin.desk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The supervisor's board. */
@Tag(name = "Supervisor's board", description = "Seats, queues and waves of a center as they are now, and moving them.")
@Path("/api/centers/{centerId}/desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("supervisor")
class BoardResource {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Board board;
    private final Waves waves;
    private final Supervision supervision;
    private final Caller caller;
    private final Clock clock;

    BoardResource(Board board, Waves waves, Supervision supervision, Caller caller, Clock clock) {
        this.board = board;
        this.waves = waves;
        this.supervision = supervision;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("board")
    @RolesAllowed({"supervisor", "crisis-manager", "ops", "auditor"})
    @Operation(summary = "Seats, queues, service level and waves as they are now")
    public Board.View board(@PathParam("centerId") UUID centerId) {
        watched(centerId);
        return board.of(centerId);
    }

    @GET
    @Path("board/stream")
    @RolesAllowed({"supervisor", "crisis-manager", "ops", "auditor"})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same as server-sent events, whenever it changes")
    public Multi<Board.View> stream(@PathParam("centerId") UUID centerId) {
        boolean watches = caller.hasRole("supervisor");
        String who = caller.name();
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> {
                    if (watches) {
                        waves.watched(centerId, who);
                    }
                    return board.of(centerId);
                })
                .skip()
                .repetitions();
    }

    private void watched(UUID centerId) {
        if (caller.hasRole("supervisor")) {
            waves.watched(centerId, caller.name());
        }
    }

    /** @param queues names of queues as on the board */
    public record QueuesWanted(List<String> queues) {}

    @POST
    @Path("seats/{seatNo}/queues")
    @Operation(summary = "Move a seat to other queues")
    public SeatView move(
            @PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo, QueuesWanted wanted) {
        return view(supervision.moveTo(centerId, seatNo, wanted == null ? null : wanted.queues(), caller.name()));
    }

    /** @param passed false takes an earlier check back */
    public record VoiceHeard(Boolean passed) {}

    @POST
    @Path("seats/{seatNo}/voice-check")
    @Operation(summary = "Note whether voice and line of a seat were heard and are good")
    public SeatView voice(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo, VoiceHeard heard) {
        boolean passed = heard == null || heard.passed() == null || heard.passed();
        return view(supervision.heard(centerId, seatNo, passed, caller.name()));
    }

    @POST
    @Path("seats/{seatNo}/log-out")
    @Operation(summary = "Log an agent out of the seat")
    public SeatView logOut(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo) {
        return view(supervision.logOut(centerId, seatNo, caller.name()));
    }

    /** @param reason for the record */
    public record Reason(String reason) {}

    @POST
    @Path("seats/{seatNo}/home-permission/revoke")
    @Operation(summary = "Take back the permission to work at home: a session at home ends at once")
    public SeatView revoke(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo, Reason reason) {
        return view(supervision.revokeHome(centerId, seatNo, reason == null ? null : reason.reason(), caller.name()));
    }

    @POST
    @Path("seats/{seatNo}/home-permission/grant")
    @Operation(summary = "Allow to work at home (again)")
    public SeatView grant(@PathParam("centerId") UUID centerId, @PathParam("seatNo") String seatNo) {
        return view(supervision.grantHome(centerId, seatNo, caller.name()));
    }

    @GET
    @Path("waves")
    @RolesAllowed({"supervisor", "crisis-manager", "ops", "auditor"})
    @Operation(summary = "The waves of the ramp-up, with the gate of those that have not begun")
    public List<Waves.WaveView> waves(@PathParam("centerId") UUID centerId) {
        return waves.of(centerId);
    }

    @POST
    @Path("waves/{wave}/open")
    @RolesAllowed({"supervisor", "crisis-manager"})
    @Operation(summary = "Begin a wave of the ramp-up; with a reason where its gate does not hold")
    public List<Waves.WaveView> open(@PathParam("centerId") UUID centerId, @PathParam("wave") int wave, Reason reason) {
        waves.open(centerId, wave, reason == null ? null : reason.reason(), caller.name());
        return waves.of(centerId);
    }

    private SeatView view(DeskSeat seat) {
        return SeatView.of(seat, clock.instant());
    }
}
