package io.tocsin.desk;

import io.tocsin.inquiry.Clearance;
import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Listening in to calls; which calls go on stands on the board. */
@Tag(name = "Supervisor's board")
@Path("/api/centers/{centerId}/desk/calls/{contactId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RolesAllowed("supervisor")
class ListeningResource {
    private final ListeningIn listening;
    private final Clearance clearance;
    private final Caller caller;

    ListeningResource(ListeningIn listening, Clearance clearance, Caller caller) {
        this.listening = listening;
        this.clearance = clearance;
        this.caller = caller;
    }

    /** @param since when the telephone was picked up; null while it rings */
    public record Heard(UUID contact, String seatNo, Listening.State state, Instant askedAt, Instant since) {
        static Heard of(Listening listening) {
            return new Heard(
                    listening.contact(),
                    listening.seatNo(),
                    listening.state(),
                    listening.askedAt(),
                    listening.begunAt());
        }
    }

    @POST
    @Path("listen")
    @Operation(
            summary = "Ring the caller's own telephone and let them hear the call, unheard; asked twice it rings once")
    public Heard listen(@PathParam("centerId") UUID centerId, @PathParam("contactId") UUID contactId) {
        return Heard.of(listening.listen(centerId, contactId, caller.name(), clearance.isCleared(centerId)));
    }

    @POST
    @Path("stop-listening")
    @Operation(summary = "Stop listening; the call itself goes on")
    public void stop(@PathParam("centerId") UUID centerId, @PathParam("contactId") UUID contactId) {
        listening.stop(centerId, contactId, caller.name());
    }
}
