package io.tocsin.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.audience.PersonalLinks;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.inquiry.OneTimeCodes;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proving who one is, and getting a code to read to an agent. */
@Tag(name = "Public notices")
@Path("/notices/{centerId}/{language}/prove")
@PermitAll
@RunOnVirtualThread
class ProvePageResource {
    private final SiteCenters centers;
    private final SitePages pages;
    private final Challenges challenges;
    private final CodeSender sender;
    private final OneTimeCodes codes;
    private final Recipients recipients;
    private final PersonalLinks links;

    ProvePageResource(
            SiteCenters centers,
            SitePages pages,
            Challenges challenges,
            CodeSender sender,
            OneTimeCodes codes,
            Recipients recipients,
            PersonalLinks links) {
        this.centers = centers;
        this.pages = pages;
        this.challenges = challenges;
        this.sender = sender;
        this.codes = codes;
        this.recipients = recipients;
        this.links = links;
    }

    @GET
    @Produces(SitePages.HTML)
    @Operation(summary = "Where to prove who one is")
    public Response page(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @Context Request request,
            @Context HttpHeaders headers) {
        return centers.find(centerId, language)
                .map(center -> pages.shared(request, headers, center, language, "prove", () -> data(Map.of())))
                .orElseGet(() -> SitePages.elsewhere(centerId, language));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(SitePages.HTML)
    @Operation(summary = "Ask for a code, enter it, or use a personal link; then get the code for the agent")
    public Response prove(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @FormParam("contact") String contact,
            @FormParam("link") String link,
            @FormParam("secret") String secret,
            @FormParam("code") String code) {
        var found = centers.find(centerId, language);
        if (found.isEmpty()) {
            return SitePages.elsewhere(centerId, language);
        }
        SiteCenter center = found.get();
        if (secret != null) {
            return answer(
                    center,
                    language,
                    challenges
                            .prove(centerId, secret, Objects.toString(code, ""))
                            .map(recipients::get),
                    Map.of("secret", secret));
        }
        if (link != null && !link.isBlank()) {
            return answer(center, language, challenges.byLink(centerId, link), Map.of());
        }
        if (contact == null || contact.isBlank()) {
            return pages.own(200, language, html(center, language, Map.of()));
        }
        Challenges.Begun begun = challenges.begin(centerId, contact);
        begun.to().ifPresent(to -> sender.send(center, language, to, begun.code()));
        return pages.own(200, language, html(center, language, Map.of("secret", begun.secret())));
    }

    private Response answer(SiteCenter center, String language, Optional<Recipient> proved, Map<String, String> again) {
        if (proved.isEmpty()) {
            Map<String, Object> data = new HashMap<>(again);
            data.put("wrong", SiteWords.of(language).get("proveWrong"));
            return pages.own(422, language, html(center, language, data));
        }
        OneTimeCodes.Issued issued = codes.issue(center.id(), proved.get().id());
        return pages.own(
                200,
                language,
                html(
                        center,
                        language,
                        Map.of(
                                "code",
                                issued.code(),
                                "ownPage",
                                links.of(proved.get()).getPath())));
    }

    private String html(SiteCenter center, String language, Map<String, ?> data) {
        return pages.html(center, language, "prove", data(data));
    }

    private static Map<String, ?> data(Map<String, ?> filled) {
        Map<String, Object> all = new HashMap<>(Map.of("code", "", "wrong", "", "secret", "", "ownPage", ""));
        all.putAll(filled);
        return all;
    }
}
