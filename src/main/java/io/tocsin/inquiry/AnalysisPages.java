package io.tocsin.inquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.center.Centers;
import io.tocsin.console.Console;
import io.tocsin.regime.Jurisdictions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What the inquiries of a center come to, and what people asked in vain. */
@Path("/console/centers/{centerId}/inquiries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class AnalysisPages {
    private static final int MOST_QUESTIONS = 200;

    private final InquiryAnalysis analysis;
    private final UnknownQuestions unknown;
    private final Centers centers;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Console console;

    AnalysisPages(
            InquiryAnalysis analysis,
            UnknownQuestions unknown,
            Centers centers,
            SecurityIdentity identity,
            Clock clock,
            Console console) {
        this.analysis = analysis;
        this.unknown = unknown;
        this.centers = centers;
        this.identity = identity;
        this.clock = clock;
        this.console = console;
    }

    @CheckedTemplate(basePath = "inquiry")
    static class Templates {
        static native TemplateInstance analysis(
                UUID centerId, AnalysisView view, List<UnknownQuestions.Asked> unknown, boolean mayRead);
    }

    /**
     * @param hours only the last ones; null for the days, or for all
     * @param from first day; empty for the first of all
     * @param until last day, included; empty for today
     * @param zone of the reader; the center's own where none is given
     */
    @GET
    @Path("analysis")
    public TemplateInstance analysis(
            @PathParam("centerId") UUID centerId,
            @QueryParam("hours") String hours,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("zone") String zone) {
        Instant now = clock.instant();
        AnalysisPeriod period = AnalysisPeriod.read(hours, from, until, zone(centerId, zone), now);
        boolean mayRead = identity.hasRole("crisis-manager") || identity.hasRole("supervisor");
        return console.page(Templates.analysis(
                centerId,
                AnalysisView.of(analysis.of(centerId, period, now), period),
                mayRead ? unknown.grouped(centerId, period, MOST_QUESTIONS) : List.of(),
                mayRead));
    }

    private ZoneId zone(UUID centerId, String given) {
        try {
            return ZoneId.of(given == null ? "" : given);
        } catch (DateTimeException none) {
            return Jurisdictions.zoneOf(centers.get(centerId).country());
        }
    }
}
