package io.tocsin.audience;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.center.Centers;
import io.tocsin.notice.NoticeUrls;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A recipient's own page for opting out: opening it changes nothing, since mail scanners open links; its button, and the
 * one-click POST of mail programs (RFC 8058), do it at once.
 */
@Tag(name = "Public notices")
@Path("/u/{code}")
@PermitAll
@RunOnVirtualThread
class UnsubscribeResource {
    private final Recipients recipients;
    private final Suppressions suppressions;
    private final Centers centers;
    private final NoticeUrls notices;

    UnsubscribeResource(Recipients recipients, Suppressions suppressions, Centers centers, NoticeUrls notices) {
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.centers = centers;
        this.notices = notices;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "Asks the recipient whether to stop; changes nothing")
    public Response ask(@PathParam("code") String code) {
        return recipients
                .byLinkCode(code)
                .map(r -> page(200, UnsubscribePage.asking(organization(r), r.language())))
                .orElseGet(() -> page(404, UnsubscribePage.unknown()));
    }

    /** Whatever the body says: the button sends nothing, mail programs {@code List-Unsubscribe=One-Click}. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "Unsubscribes the recipient from every channel, at once")
    public Response unsubscribe(@PathParam("code") String code) {
        Optional<Recipient> found = recipients.byLinkCode(code);
        found.ifPresent(r -> suppressions.add(
                r.centerId(), r.id(), SuppressionReason.UNSUBSCRIBE_LINK, "recipient " + r.id()));
        return found.map(r -> page(
                        200,
                        UnsubscribePage.done(
                                organization(r), r.language(), notices.of(r.centerId(), r.language()))))
                .orElseGet(() -> page(404, UnsubscribePage.unknown()));
    }

    private String organization(Recipient recipient) {
        return centers.get(recipient.centerId()).organization();
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .entity(html)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .build();
    }
}
