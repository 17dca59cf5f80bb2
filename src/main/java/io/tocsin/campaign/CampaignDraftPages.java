package io.tocsin.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.audience.WhomChoice;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Preparing a campaign, and changing how it calls and collects. */
@Path("/console/centers/{centerId}/campaigns")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("crisis-manager")
class CampaignDraftPages {
    private final CampaignService service;
    private final Campaigns campaigns;
    private final WhomChoice choice;
    private final Caller caller;
    private final Console console;

    CampaignDraftPages(
            CampaignService service, Campaigns campaigns, WhomChoice choice, Caller caller, Console console) {
        this.service = service;
        this.campaigns = campaigns;
        this.choice = choice;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance draft(
                UUID centerId, Campaign before, List<WhomChoice.Group> audiences, Form form);
    }

    /** @param whom id of an audience or a segment to begin with */
    @GET
    @Path("new")
    public TemplateInstance draft(@PathParam("centerId") UUID centerId, @QueryParam("whom") String whom) {
        Map<String, List<String>> values =
                new LinkedHashMap<>(CampaignForm.of(CampaignSettings.defaults()).values());
        values.put("audience", List.of(whom == null ? "" : whom));
        return console.page(shown(centerId, null, new Form(values, null, List.of())));
    }

    @POST
    public Response create(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    WhomChoice.Whom whom =
                            choice.read(centerId, form.id("audience")).orElse(new WhomChoice.Whom(null, null));
                    return to(service.create(
                            centerId,
                            new CampaignService.Wanted(
                                    form.value("name"), whom.audience(), whom.segment(), CampaignForm.read(form)),
                            caller.name()));
                },
                failed -> shown(centerId, null, failed));
    }

    @GET
    @Path("{id}/settings")
    public TemplateInstance settings(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Campaign campaign = campaigns.get(centerId, id);
        Map<String, List<String>> values =
                new LinkedHashMap<>(CampaignForm.of(campaign.settings()).values());
        values.put("version", List.of(String.valueOf(campaign.version())));
        return console.page(shown(centerId, campaign, new Form(values, null, List.of())));
    }

    @POST
    @Path("{id}/settings")
    public Response revise(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Campaign campaign = campaigns.get(centerId, id);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> to(service.revise(centerId, id, CampaignForm.read(form), form.seen(), caller.name())),
                failed -> shown(centerId, campaign, failed));
    }

    private TemplateInstance shown(UUID centerId, Campaign before, Form form) {
        return Templates.draft(centerId, before, choice.of(centerId), form);
    }

    private Response to(Campaign campaign) {
        return console.to("/console/centers/" + campaign.centerId() + "/campaigns/" + campaign.id());
    }
}
