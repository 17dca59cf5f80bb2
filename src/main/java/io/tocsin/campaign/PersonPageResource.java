package io.tocsin.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.audience.SuppressionReason;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page behind a personal link. Whoever has the link is its owner; no log-in, no scripts. */
@Tag(name = "Public notices")
@Path("/r/{code}")
@PermitAll
@RunOnVirtualThread
class PersonPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String BY = "owner";

    private final Recipients recipients;
    private final Cases cases;
    private final Registrations registrations;
    private final PersonPage page;
    private final PageGuard guard;
    private final Clock clock;

    PersonPageResource(
            Recipients recipients,
            Cases cases,
            Registrations registrations,
            PersonPage page,
            PageGuard guard,
            Clock clock) {
        this.recipients = recipients;
        this.cases = cases;
        this.registrations = registrations;
        this.page = page;
        this.guard = guard;
        this.clock = clock;
    }

    @GET
    @Produces(HTML)
    @Operation(summary = "A person's own page: register a return, book a pick-up, opt out")
    public Response show(@PathParam("code") String code) {
        if (!guard.admits(code)) {
            return tooMany();
        }
        Optional<Recipient> recipient = recipients.byLinkCode(code);
        if (recipient.isEmpty()) {
            return nothing();
        }
        List<CollectionCase> household = cases.current(recipient.get().id());
        if (household.isEmpty()) {
            return Response.seeOther(URI.create(page.noticeUrl(recipient.get())))
                    .build();
        }
        cases.visited(household, clock.instant());
        return html(200, page.html(recipient.get(), household, Optional.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    @Operation(summary = "What a person says on their own page")
    public Response say(
            @PathParam("code") String code,
            @FormParam("do") String wanted,
            @FormParam("slot") String slot,
            @HeaderParam("Sec-Fetch-Site") String fetchSite,
            @HeaderParam("Origin") String origin) {
        if (!guard.isOurs(fetchSite, origin)) {
            throw Problem.forbidden(Phrase.of(
                    "Please open your link again and use the buttons there.", "お手元のリンクを開き直し、そこのボタンをご利用ください。"));
        }
        if (!guard.admits(code)) {
            return tooMany();
        }
        Optional<Recipient> recipient = recipients.byLinkCode(code);
        List<CollectionCase> household =
                recipient.map(r -> cases.current(r.id())).orElse(List.of());
        if (household.isEmpty()) {
            return Response.seeOther(URI.create("/r/" + code)).build();
        }
        Optional<Phrase> sorry = take(household, wanted == null ? "" : wanted, slot);
        if (sorry.isPresent()) {
            return html(
                    409,
                    page.html(recipient.get(), cases.current(recipient.get().id()), sorry));
        }
        return Response.seeOther(URI.create("/r/" + code)).build();
    }

    /** @return what went wrong, for the reader */
    private Optional<Phrase> take(List<CollectionCase> household, String wanted, String slot) {
        switch (wanted) {
            case "book" -> {
                var chosen = CallUrl.uuid(slot == null ? "" : slot);
                if (chosen.isEmpty()) {
                    return Optional.of(PageWords.CHOOSE);
                }
                return registrations.book(household, chosen.get(), Via.WEB, BY)
                        ? Optional.empty()
                        : Optional.of(PageWords.TAKEN);
            }
            case "respond" -> registrations.responded(household, Via.WEB, BY);
            case "returned" -> registrations.returned(household, Via.WEB, BY);
            case "disposed" -> registrations.disposed(household, Via.WEB, BY);
            case "stop" -> registrations.stop(household, SuppressionReason.UNSUBSCRIBE_LINK, BY);
            default -> {
                return Optional.of(PageWords.CHOOSE);
            }
        }
        return Optional.empty();
    }

    private static Response html(int status, String html) {
        return Response.status(status)
                .entity(html)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }

    private static Response tooMany() {
        return Response.fromResponse(html(429, simple("Please try again in a minute.", "1分ほどたってから、もう一度お試しください。")))
                .header("Retry-After", "60")
                .build();
    }

    /** The reader's language is not known: said in both. */
    private static Response nothing() {
        return html(
                404,
                simple("There is nothing at this address. Please check the link.", "このアドレスのページはありません。リンクをご確認ください。"));
    }

    private static String simple(String en, String ja) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width,initial-scale=1\"><title>Tocsin</title></head><body><main><p>" + en
                + "</p><p lang=\"ja\">" + ja + "</p></main></body></html>";
    }
}
