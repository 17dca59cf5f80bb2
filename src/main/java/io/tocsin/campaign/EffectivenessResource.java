package io.tocsin.campaign;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a campaign has achieved, and checks whether it is true. */
@Tag(name = "Collection campaigns")
@Path("/api/centers/{centerId}/campaigns/{campaignId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class EffectivenessResource {
    private final Campaigns campaigns;
    private final Effectiveness effectiveness;
    private final EffectivenessChecks checks;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Caller caller;

    EffectivenessResource(
            Campaigns campaigns,
            Effectiveness effectiveness,
            EffectivenessChecks checks,
            Idempotency idempotency,
            Clock clock,
            Caller caller) {
        this.campaigns = campaigns;
        this.effectiveness = effectiveness;
        this.checks = checks;
        this.idempotency = idempotency;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Path("effectiveness")
    @Operation(summary = "Response and correction rate by channel, wave and day, and the checks so far")
    public Effectiveness.Report report(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID campaignId) {
        Campaign campaign = campaigns.get(centerId, campaignId);
        return effectiveness.report(
                campaign,
                clock.instant(),
                checks.of(campaignId).stream().map(checks::outcome).toList());
    }

    /** @param seed to draw an earlier sample again; null for a new one */
    public record CheckWanted(CheckLevel level, Long seed) {}

    @POST
    @Path("checks")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Draw the sample of an effectiveness check at FDA level A to E")
    public Response draw(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID campaignId,
            CheckWanted wanted,
            @HeaderParam("Idempotency-Key") String key) {
        Campaign campaign = campaigns.get(centerId, campaignId);
        if (wanted == null || wanted.level() == null) {
            Phrase say = Phrase.of("Say at which level, A to E.", "水準（A～E）を指定してください。");
            throw Problem.invalid("check-invalid", say, List.of(new Violation("level", say)));
        }
        Idempotency.Answer answer = idempotency.once(caller.name(), key, wanted, () -> {
            EffectivenessChecks.Check check = checks.draw(campaign, wanted.level(), wanted.seed(), caller.name());
            return new Idempotency.Answer(
                    201,
                    "/api/centers/" + centerId + "/campaigns/" + campaignId + "/checks/" + check.id() + "/sample",
                    Json.tree(check));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("checks/{checkId}/sample")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
    @Operation(summary = "Who is to be asked, page by page, and what those asked have said")
    public List<EffectivenessChecks.Sampled> sample(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID campaignId,
            @PathParam("checkId") UUID checkId,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        campaigns.get(centerId, campaignId);
        return checks.sample(checks.get(campaignId, checkId).id(), after, limit);
    }

    /** @param result what the person said */
    public record Said(EffectivenessChecks.Result result) {}

    @PUT
    @Path("checks/{checkId}/sample/{recipientId}")
    @RolesAllowed({"crisis-manager", "supervisor", "agent"})
    @Operation(summary = "What a person of the sample said")
    public void said(
            @PathParam("centerId") UUID centerId,
            @PathParam("campaignId") UUID campaignId,
            @PathParam("checkId") UUID checkId,
            @PathParam("recipientId") UUID recipientId,
            Said said) {
        campaigns.get(centerId, campaignId);
        if (said == null || said.result() == null) {
            Phrase say = Phrase.of("Say what the person answered.", "回答内容を指定してください。");
            throw Problem.invalid("check-invalid", say, List.of(new Violation("result", say)));
        }
        checks.record(checks.get(campaignId, checkId).id(), recipientId, said.result(), caller.name());
    }
}
