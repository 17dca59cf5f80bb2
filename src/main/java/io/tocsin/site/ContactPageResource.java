package io.tocsin.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.platform.ProblemException;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Writing to the center: questions, returns, call-backs. */
@Tag(name = "Public notices")
@Path("/notices/{centerId}/{language}")
@PermitAll
@RunOnVirtualThread
class ContactPageResource {
    private final SiteCenters centers;
    private final SitePages pages;
    private final ContactDesk desk;
    private final SiteConfig config;

    ContactPageResource(SiteCenters centers, SitePages pages, ContactDesk desk, SiteConfig config) {
        this.centers = centers;
        this.pages = pages;
        this.desk = desk;
        this.config = config;
    }

    @GET
    @Path("contact")
    @Produces(SitePages.HTML)
    @Operation(summary = "The contact form")
    public Response page(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @Context Request request,
            @Context HttpHeaders headers) {
        ContactForm empty = ContactForm.of("question", "", "", "", "", new byte[0]);
        return centers.find(centerId, language)
                .map(center ->
                        pages.shared(request, headers, center, language, "contact", () -> data(empty, List.of())))
                .orElseGet(() -> SitePages.elsewhere(centerId, language));
    }

    @POST
    @Path("contact")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(SitePages.HTML)
    @Operation(summary = "Send the contact form, with a picture or PDF")
    public Response send(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @RestForm String about,
            @RestForm String phone,
            @RestForm String email,
            @RestForm String text,
            @RestForm FileUpload file) {
        var found = centers.find(centerId, language);
        if (found.isEmpty()) {
            return SitePages.elsewhere(centerId, language);
        }
        SiteCenter center = found.get();
        if (file != null && file.size() > config.largestAttachment()) {
            return Refusal.TOO_LARGE.answer(center.path(language) + "/contact", 0);
        }
        ContactForm form =
                ContactForm.of(about, phone, email, text, file == null ? "" : file.fileName(), content(file));
        List<Map<String, String>> wrong = form.wrong(SiteWords.of(language), config.largestAttachment());
        if (!wrong.isEmpty()) {
            return pages.own(422, language, html(center, language, form, wrong));
        }
        try {
            ContactDesk.Taken taken = desk.take(center, language, form);
            Map<String, Object> data = new HashMap<>(Map.of("done", true, "masked", taken.masked()));
            data.put("inquiry", taken.inquiry());
            data.put("ticket", taken.ticket());
            return pages.own(200, language, pages.html(center, language, "contact", data));
        } catch (ProblemException refused) {
            return pages.own(422, language, html(center, language, form, ContactForm.wrong(refused, language)));
        }
    }

    private static byte[] content(FileUpload file) {
        try {
            return file == null || file.size() == 0 ? new byte[0] : Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html(SiteCenter center, String language, ContactForm form, List<Map<String, String>> wrong) {
        return pages.html(center, language, "contact", data(form, wrong));
    }

    private static Map<String, ?> data(ContactForm form, List<Map<String, String>> wrong) {
        return Map.of(
                "done", false,
                "wrong", wrong,
                "about", form.about(),
                "phone", form.phone(),
                "email", form.email(),
                "text", form.text());
    }

    @POST
    @Path("rating")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(SitePages.HTML)
    @Operation(summary = "How it went, from 1 to 5")
    public Response rate(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @FormParam("inquiry") UUID inquiry,
            @FormParam("ticket") String ticket,
            @FormParam("stars") int stars) {
        var center = centers.find(centerId, language);
        if (center.isEmpty() || inquiry == null || !desk.rate(centerId, inquiry, ticket, stars)) {
            return SitePages.elsewhere(centerId, language);
        }
        return pages.own(200, language, pages.html(center.get(), language, "rated", Map.of()));
    }
}
