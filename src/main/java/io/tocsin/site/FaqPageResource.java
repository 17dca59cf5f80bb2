package io.tocsin.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.inquiry.UnknownQuestions;
import io.tocsin.inquiry.faq.FaqHit;
import io.tocsin.inquiry.faq.FaqSearch;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions and answers, for everybody. */
@Tag(name = "Public notices")
@Path("/notices/{centerId}/{language}/faq")
@PermitAll
@RunOnVirtualThread
class FaqPageResource {
    private static final int LONGEST = 500;

    private final SiteCenters centers;
    private final SitePages pages;
    private final FaqSearch faq;
    private final UnknownQuestions unknown;

    FaqPageResource(SiteCenters centers, SitePages pages, FaqSearch faq, UnknownQuestions unknown) {
        this.centers = centers;
        this.pages = pages;
        this.faq = faq;
        this.unknown = unknown;
    }

    @GET
    @Produces(SitePages.HTML)
    @Operation(summary = "Questions and answers, searched in the reader's own words")
    public Response page(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @QueryParam("q") @DefaultValue("") String words,
            @Context Request request,
            @Context HttpHeaders headers) {
        var center = centers.find(centerId, language);
        if (center.isEmpty()) {
            return SitePages.elsewhere(centerId, language);
        }
        String asked = words.strip();
        if (asked.isEmpty()) {
            return pages.shared(
                    request, headers, center.get(), language, "faq", () -> data(centerId, language, "", List.of()));
        }
        asked = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        List<FaqHit> found = faq.search(centerId, language, asked);
        if (!FaqSearch.isKnown(found)) {
            unknown.add(centerId, language, asked);
        }
        return pages.own(
                200, language, pages.html(center.get(), language, "faq", data(centerId, language, asked, found)));
    }

    private Map<String, ?> data(UUID centerId, String language, String asked, List<FaqHit> found) {
        return Map.of("asked", asked, "found", found, "entries", faq.all(centerId, language));
    }
}
