package io.tocsin.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.audience.AffectedItems;
import io.tocsin.ivr.LiveScripts;
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
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether what a reader has is affected: by the lists of the center, else by the models and numbers of its facts. */
@Tag(name = "Public notices")
@Path("/notices/{centerId}/{language}/check")
@PermitAll
@RunOnVirtualThread
class CheckPageResource {
    private static final int LONGEST = 80;

    private final SiteCenters centers;
    private final SitePages pages;
    private final AffectedItems items;
    private final LiveScripts voices;

    CheckPageResource(SiteCenters centers, SitePages pages, AffectedItems items, LiveScripts voices) {
        this.centers = centers;
        this.pages = pages;
        this.items = items;
        this.voices = voices;
    }

    @GET
    @Produces(SitePages.HTML)
    @Operation(summary = "Where to enter a serial number")
    public Response page(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @Context Request request,
            @Context HttpHeaders headers) {
        return centers.find(centerId, language)
                .map(center -> pages.shared(
                        request, headers, center, language, "check", () -> Map.of("result", "", "number", "")))
                .orElseGet(() -> SitePages.elsewhere(centerId, language));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(SitePages.HTML)
    @Operation(summary = "Whether this serial number, lot number or model is affected")
    public Response check(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @FormParam("number") String typed) {
        var center = centers.find(centerId, language);
        if (center.isEmpty()) {
            return SitePages.elsewhere(centerId, language);
        }
        String number = Objects.toString(typed, "").strip();
        number = number.length() > LONGEST ? number.substring(0, LONGEST) : number;
        String result = number.isEmpty() ? "" : result(centerId, language, number);
        return pages.own(
                200, language, pages.html(center.get(), language, "check", Map.of("result", result, "number", number)));
    }

    private String result(UUID centerId, String language, String number) {
        if (items.isListed(centerId, number) || names(centerId, language, "identifiers", number)) {
            return "listed";
        }
        return names(centerId, language, "models", number) ? "model" : "unknown";
    }

    /** Whether a fact that is a list names exactly this. */
    private boolean names(UUID centerId, String language, String fact, String number) {
        Object words = voices.voice(centerId)
                .map(v -> v.words().getOrDefault(language, Map.of()).get(fact))
                .orElse(null);
        return words instanceof List<?> list
                && list.stream().anyMatch(one -> plain(one.toString()).equals(plain(number)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "");
    }
}
