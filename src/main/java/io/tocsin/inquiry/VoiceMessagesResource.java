package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What callers said after the tone. */
@Tag(name = "Inquiries")
@Path("/api/centers/{centerId}/voicemails/{voicemailId}")
@RolesAllowed({"crisis-manager", "supervisor", "agent"})
class VoiceMessagesResource {
    private final VoiceMessages messages;
    private final Clearance clearance;
    private final Caller caller;

    VoiceMessagesResource(VoiceMessages messages, Clearance clearance, Caller caller) {
        this.messages = messages;
        this.clearance = clearance;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The sound of a voice message, a WAV file; for cleared seats")
    public Response hear(@PathParam("centerId") UUID centerId, @PathParam("voicemailId") UUID id) {
        return sound(messages.hear(clearance, centerId, id, caller.name()));
    }

    static Response sound(byte[] wav) {
        return Response.ok(wav, "audio/x-wav")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
