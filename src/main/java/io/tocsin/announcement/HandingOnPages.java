package io.tocsin.announcement;

import io.tocsin.console.Console;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Files for those who print and publish, from the page of an announcement. */
@Path("/console/centers/{centerId}/announcements/{id}")
@RolesAllowed("crisis-manager")
class HandingOnPages {
    private final HandingOn files;
    private final Console console;

    HandingOnPages(HandingOn files, Console console) {
        this.files = files;
        this.console = console;
    }

    @GET
    @Path("letters.csv")
    @Produces("text/csv")
    public Response letters(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return files.letters(centerId, id);
    }

    /** The printer has them: they count as sent. */
    @POST
    @Path("letters")
    public Response handedOver(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        files.handedOver(centerId, id);
        return console.to("/console/centers/" + centerId + "/announcements/" + id);
    }

    @GET
    @Path("files/{channel}/{language}")
    @Produces("text/plain; charset=utf-8")
    public Response text(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @PathParam("channel") String channel,
            @PathParam("language") String language) {
        return files.text(centerId, id, channel, language);
    }
}
