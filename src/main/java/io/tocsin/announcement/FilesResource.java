package io.tocsin.announcement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What goes out by other hands: the printer's file, and texts for the press and for social media. */
@Tag(name = "Announcements")
@Path("/api/centers/{centerId}/announcements/{id}")
@RolesAllowed("crisis-manager")
class FilesResource {
    private final HandingOn files;

    FilesResource(HandingOn files) {
        this.files = files;
    }

    @GET
    @Path("letters.csv")
    @Produces("text/csv")
    @Operation(summary = "The letters, one row each, for the printer")
    public Response letters(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return files.letters(centerId, id);
    }

    /** @param letters that are on their way now */
    public record HandedOver(int letters) {}

    @POST
    @Path("letters/handed-over")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The printer has the letters: they count as sent")
    public HandedOver handedOver(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return new HandedOver(files.handedOver(centerId, id));
    }

    @GET
    @Path("files/{channel}/{language}")
    @Produces("text/plain; charset=utf-8")
    @Operation(summary = "The text for press, social or web, ready to hand on")
    public Response text(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @PathParam("channel") String channelName,
            @PathParam("language") String language) {
        return files.text(centerId, id, channelName, language);
    }
}
