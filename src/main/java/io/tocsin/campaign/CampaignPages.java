package io.tocsin.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.audience.Audience;
import io.tocsin.audience.Audiences;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import io.tocsin.platform.Caller;
import io.tocsin.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Collection campaigns in the console, from draft to result. */
@Path("/console/centers/{centerId}/campaigns")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class CampaignPages {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final CampaignService service;
    private final CampaignsResource resource;
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Audiences audiences;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    CampaignPages(
            CampaignService service,
            CampaignsResource resource,
            Campaigns campaigns,
            CampaignViews views,
            Audiences audiences,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.service = service;
        this.resource = resource;
        this.campaigns = campaigns;
        this.views = views;
        this.audiences = audiences;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance list(UUID centerId, List<CampaignProgress> campaigns, boolean mayPrepare);

        static native TemplateInstance draft(UUID centerId, List<Audience> audiences, Form form);

        static native TemplateInstance one(
                UUID centerId, Campaign campaign, CampaignProgress progress, boolean mayManage, boolean mayPause);

        static native TemplateInstance progress(CampaignProgress progress);
    }

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
    @Path("new")
    @RolesAllowed("crisis-manager")
    public TemplateInstance draft(@PathParam("centerId") UUID centerId) {
        Form form = Form.with(Map.of("dialing", "AUTO", "attempts", "4", "callsAtOnce", "20"));
        return console.page(Templates.draft(centerId, audiences.of(centerId), form));
    }

    @POST
    @RolesAllowed("crisis-manager")
    public Response create(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        try {
            Campaign made = service.create(
                    centerId,
                    new CampaignService.Wanted(form.value("name"), id(form.value("audience")), null, settings(form)),
                    caller.name());
            return to(centerId, made.id());
        } catch (ProblemException e) {
            return console.wrong(Templates.draft(
                    centerId,
                    audiences.of(centerId),
                    form.failed(e.problem().detail(), e.problem().violations())));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Campaign campaign = campaigns.get(centerId, id);
        boolean manages = identity.hasRole("crisis-manager");
        return console.page(Templates.one(
                centerId,
                campaign,
                CampaignProgress.of(views.of(campaign)),
                manages,
                manages || identity.hasRole("supervisor")));
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

    @POST
    @Path("{id}/pause")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response pause(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        resource.pause(centerId, id);
        return to(centerId, id);
    }

    /** @param act {@code start}, {@code complete} or {@code cancel} */
    @POST
    @Path("{id}/move")
    @RolesAllowed("crisis-manager")
    public Response move(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @FormParam("act") String act) {
        switch (act == null ? "" : act) {
            case "complete" -> resource.complete(centerId, id);
            case "cancel" -> resource.cancel(centerId, id);
            default -> resource.start(centerId, id);
        }
        return to(centerId, id);
    }

    private static CampaignSettings settings(Form form) {
        return new CampaignSettings(
                Arrays.stream(CampaignSettings.Dialing.values())
                        .filter(d -> d.name().equals(form.value("dialing")))
                        .findFirst()
                        .orElse(null),
                number(form.value("attempts")),
                null,
                null,
                null,
                number(form.value("callsAtOnce")),
                null,
                null,
                null,
                null);
    }

    private static Integer number(String given) {
        return given.isEmpty() ? null : given.matches("\\d{1,6}") ? Integer.valueOf(given) : Integer.valueOf(-1);
    }

    private static UUID id(String given) {
        try {
            return given.isEmpty() ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Response to(UUID centerId, UUID id) {
        return console.to("/console/centers/" + centerId + "/campaigns/" + id);
    }
}
