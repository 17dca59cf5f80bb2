package io.tocsin.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The notice for everyone: no log-in, no scripts, nothing from elsewhere. */
@Tag(name = "Public notices", description = "For everyone: no log-in.")
@Path("/notices/{centerId}/{language}")
@PermitAll
@RunOnVirtualThread
class NoticePageResource {
    private final PublishedNotices notices;

    NoticePageResource(PublishedNotices notices) {
        this.notices = notices;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "The published notice as a web page")
    public Response page(UUID centerId, String language, @Context Request request) {
        return notices.page(centerId, language)
                .map(n -> page(n, language, request))
                .orElseGet(
                        () -> Response.status(404).entity(NoticePage.nothing()).build());
    }

    /** Readers who have it already get only the word that it is still the same. */
    private static Response page(PublishedNotice notice, String language, Request request) {
        EntityTag tag = new EntityTag(notice.id() + (notice.withdrawnAt().isPresent() ? "-withdrawn" : ""));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(NoticePage.html(notice));
        return answer.tag(tag)
                .header("Content-Language", language)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=30")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src https:")
                .build();
    }
}
