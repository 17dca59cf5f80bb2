package io.tocsin.campaign;

import io.tocsin.audience.WhomChoice;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What people press on the page of a campaign. Where it is refused, the page says why. */
@Path("/console/centers/{centerId}/campaigns/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("crisis-manager")
class CampaignMovePages {
    private final CampaignService service;
    private final Campaigns campaigns;
    private final CampaignPages pages;
    private final EffectivenessChecks checks;
    private final WhomChoice choice;
    private final Caller caller;
    private final Console console;

    CampaignMovePages(
            CampaignService service,
            Campaigns campaigns,
            CampaignPages pages,
            EffectivenessChecks checks,
            WhomChoice choice,
            Caller caller,
            Console console) {
        this.service = service;
        this.campaigns = campaigns;
        this.pages = pages;
        this.checks = checks;
        this.choice = choice;
        this.caller = caller;
        this.console = console;
    }

    @POST
    @Path("start")
    public Response start(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.move(centerId, id, CampaignState.RUNNING, caller.name()));
    }

    @POST
    @Path("pause")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response pause(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.move(centerId, id, CampaignState.PAUSED, caller.name()));
    }

    @POST
    @Path("complete")
    public Response complete(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.move(centerId, id, CampaignState.COMPLETED, caller.name()));
    }

    @POST
    @Path("cancel")
    public Response cancel(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.move(centerId, id, CampaignState.CANCELLED, caller.name()));
    }

    /** More people of the audience; who is in it already stays where they are. */
    @POST
    @Path("waves")
    public Response wave(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Campaign campaign = campaigns.get(centerId, id);
        return taken(centerId, id, given, form -> {
            WhomChoice.Whom whom = choice.read(centerId, form.id("wave"))
                    .filter(w -> campaign.audienceId().equals(w.audience()))
                    .orElseThrow(() -> wrong("wave", Phrase.of("Choose whom to add.", "追加する対象を選んでください。")));
            service.addWave(centerId, id, whom.segment(), caller.name());
        });
    }

    /** Draws the sample of an effectiveness check. */
    @POST
    @Path("checks")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response check(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Campaign campaign = campaigns.get(centerId, id);
        return taken(centerId, id, given, form -> {
            CheckLevel level = Arrays.stream(CheckLevel.values())
                    .filter(l -> l.name().equals(form.value("level")))
                    .findFirst()
                    .orElseThrow(() -> wrong("level", Phrase.of("Say at which level, A to E.", "水準（A～E）を指定してください。")));
            checks.draw(campaign, level, null, caller.name());
        });
    }

    private Response taken(UUID centerId, UUID id, MultivaluedMap<String, String> given, Consumer<Form> move) {
        campaigns.get(centerId, id);
        return console.take(
                Form.of(given),
                move,
                "/console/centers/" + centerId + "/campaigns/" + id,
                failed -> pages.shown(centerId, id, failed, null));
    }

    private static ProblemException wrong(String field, Phrase say) {
        return Problem.invalid("campaign-invalid", say, List.of(new Violation(field, say)));
    }
}
