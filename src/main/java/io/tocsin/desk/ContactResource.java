package io.tocsin.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The conversation at hand. */
@Tag(name = "Agent desk")
@Path("/api/centers/{centerId}/desk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "supervisor"})
@RunOnVirtualThread
class ContactResource {
    private final Workplace place;
    private final Conversation conversation;
    private final TalkSteps talk;

    ContactResource(Workplace place, Conversation conversation, TalkSteps talk) {
        this.place = place;
        this.conversation = conversation;
        this.talk = talk;
    }

    @GET
    @Path("contact")
    @Operation(summary = "The call or chat at hand with what is known of the person; 204 where there is none")
    public Response contact(@PathParam("centerId") UUID centerId) {
        return conversation
                .of(place.atWork(centerId))
                .map(contact -> Response.ok(contact).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @GET
    @Path("talk")
    @Operation(summary = "The talk scripts, step by step, with the facts filled in")
    public TalkSteps.Talk talk(@PathParam("centerId") UUID centerId, @QueryParam("language") String language) {
        place.atWork(centerId);
        return talk.of(centerId, language);
    }
}
