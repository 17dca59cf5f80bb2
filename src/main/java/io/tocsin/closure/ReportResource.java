package io.tocsin.closure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The after-action report, at any time: as things stand now. */
@Tag(name = "Closure")
@Path("/api/centers/{centerId}/report")
@RolesAllowed({"crisis-manager", "ops", "auditor"})
class ReportResource {
    private final ReportFigures figures;
    private final ReportPage page;
    private final ReportConfig config;

    ReportResource(ReportFigures figures, ReportPage page, ReportConfig config) {
        this.figures = figures;
        this.page = page;
        this.config = config;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "The after-action report as a web page")
    public Response html(
            @PathParam("centerId") UUID centerId, @QueryParam("language") @DefaultValue("en") String language) {
        return Response.ok(page.html(figures.of(centerId), plain(language)))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    @GET
    @Path("pdf")
    @Produces("application/pdf")
    @Operation(summary = "The after-action report as PDF")
    public Response pdf(
            @PathParam("centerId") UUID centerId, @QueryParam("language") @DefaultValue("en") String language) {
        String html = page.html(figures.of(centerId), plain(language));
        return Response.ok(ReportPdf.of(html, plain(language), config.reportFont()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + centerId + ".pdf\"")
                .build();
    }

    private static String plain(String language) {
        return language.startsWith("ja") ? "ja" : "en";
    }
}
