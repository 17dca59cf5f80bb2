package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What callers said after the tone, for the browser to play. */
@Path("/console/centers/{centerId}/voicemails/{voicemailId}")
@RolesAllowed({"crisis-manager", "supervisor", "agent"})
class VoiceMessagePages {
    private final VoiceMessages messages;
    private final Clearance clearance;
    private final Caller caller;

    VoiceMessagePages(VoiceMessages messages, Clearance clearance, Caller caller) {
        this.messages = messages;
        this.clearance = clearance;
        this.caller = caller;
    }

    @GET
    public Response hear(@PathParam("centerId") UUID centerId, @PathParam("voicemailId") UUID id) {
        return VoiceMessagesResource.sound(messages.hear(clearance, centerId, id, caller.name()));
    }
}
