package io.tocsin.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.audience.WhomChoice;
import io.tocsin.center.ColumnChart;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Collection campaigns in the console: all of a center, and one with how far it is and whether it works. */
@Path("/console/centers/{centerId}/campaigns")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class CampaignPages {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Effectiveness effectiveness;
    private final EffectivenessChecks checks;
    private final PickupSlots slots;
    private final WhomChoice choice;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Console console;

    CampaignPages(
            Campaigns campaigns,
            CampaignViews views,
            Effectiveness effectiveness,
            EffectivenessChecks checks,
            PickupSlots slots,
            WhomChoice choice,
            SecurityIdentity identity,
            Clock clock,
            Console console) {
        this.campaigns = campaigns;
        this.views = views;
        this.effectiveness = effectiveness;
        this.checks = checks;
        this.slots = slots;
        this.choice = choice;
        this.identity = identity;
        this.clock = clock;
        this.console = console;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance list(UUID centerId, List<CampaignProgress> campaigns, boolean mayPrepare);

        static native TemplateInstance one(Page page, Form form, PickupResults.Report results);

        static native TemplateInstance progress(CampaignProgress progress);
    }

    /**
     * What the page of a campaign shows.
     *
     * @param chart items out of danger per day
     * @param segments to choose the next wave from
     */
    record Page(
            Campaign campaign,
            String audience,
            CampaignProgress progress,
            Effectiveness.Report report,
            ColumnChart chart,
            List<PickupSlot> slots,
            List<WhomChoice.Group> segments,
            Rights rights) {
        public String path() {
            return "/console/centers/" + campaign.centerId() + "/campaigns/" + campaign.id();
        }
    }

    record Rights(boolean manage, boolean pause, boolean check, boolean logistics) {}

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID centerId) {
        return console.page(Templates.list(
                centerId,
                campaigns.of(centerId).stream()
                        .map(c -> CampaignProgress.of(views.of(c)))
                        .toList(),
                identity.hasRole("crisis-manager")));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return console.page(shown(centerId, id, Form.empty(), null));
    }

    @GET
    @Path("{id}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @Context Sse sse) {
        campaigns.get(centerId, id);
        return Live.stream(
                sse,
                console.locale(),
                EVERY,
                () -> Map.of(
                        "progress", Templates.progress(CampaignProgress.of(views.of(campaigns.get(centerId, id))))));
    }

    /** The page of one campaign, with a form of it as it was filled in, or with what became of a file of results. */
    TemplateInstance shown(UUID centerId, UUID id, Form form, PickupResults.Report results) {
        Campaign campaign = campaigns.get(centerId, id);
        Effectiveness.Report report = effectiveness.report(
                campaign,
                clock.instant(),
                checks.of(id).stream().map(checks::outcome).toList());
        boolean manages = identity.hasRole("crisis-manager");
        boolean supervises = identity.hasRole("supervisor");
        Page page = new Page(
                campaign,
                choice.name(centerId, campaign.audienceId(), null),
                CampaignProgress.of(views.of(campaign)),
                report,
                ColumnChart.of(report.byDay().stream()
                        .map(Effectiveness.Line::corrected)
                        .toList()),
                slots.all(id),
                choice.of(centerId).stream()
                        .filter(g -> g.audience().id().equals(campaign.audienceId()))
                        .toList(),
                new Rights(
                        manages,
                        manages || supervises,
                        manages || supervises,
                        manages || supervises || identity.hasRole("ops")));
        return Templates.one(page, form, results);
    }
}
