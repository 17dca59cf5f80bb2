package io.tocsin.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.platform.Remembered;
import io.tocsin.platform.SharedBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
    private static final int MOST = 64;

    private final PublishedNotices notices;
    private final Remembered<Edition, SharedBody> written = new Remembered<>(MOST);

    NoticePageResource(PublishedNotices notices) {
        this.notices = notices;
    }

    /** A published notice never changes, until it is withdrawn. */
    private record Edition(UUID notice, boolean withdrawn) {}

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "The published notice as a web page")
    public Response page(UUID centerId, String language, @Context Request request, @Context HttpHeaders headers) {
        return notices.page(centerId, language)
                .map(n -> page(n, language, request, headers))
                .orElseGet(
                        () -> Response.status(404).entity(NoticePage.nothing()).build());
    }

    /** Readers who have it already get only the word that it is still the same. */
    private Response page(PublishedNotice notice, String language, Request request, HttpHeaders headers) {
        return written.get(
                        new Edition(notice.id(), notice.withdrawnAt().isPresent()),
                        () -> SharedBody.of(NoticePage.html(notice)))
                .answer(request, headers)
                .header("Content-Language", language)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=30")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src https:")
                .build();
    }
}
