package io.tocsin.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sample of an effectiveness check: who is to be asked, and what they said. */
@Path("/console/centers/{centerId}/campaigns/{id}/checks/{checkId}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class CheckPages {
    private static final int SHOWN = 50;

    private final Campaigns campaigns;
    private final EffectivenessChecks checks;
    private final Recipients recipients;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    CheckPages(
            Campaigns campaigns,
            EffectivenessChecks checks,
            Recipients recipients,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.recipients = recipients;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance check(
                Campaign campaign,
                EffectivenessChecks.Outcome outcome,
                List<Line> sample,
                UUID next,
                List<Choice> choices,
                Form form,
                boolean mayRecord);
    }

    /** @param name empty for those who may not know who it is, as is phone */
    record Line(EffectivenessChecks.Sampled sampled, String name, String phone) {}

    record Choice(EffectivenessChecks.Result result, Phrase words) {}

    /** @param after id of the last person of the page before */
    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance sample(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @PathParam("checkId") UUID checkId,
            @QueryParam("after") UUID after) {
        return console.page(shown(campaigns.get(centerId, id), checkId, after, Form.empty()));
    }

    @POST
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response said(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @PathParam("checkId") UUID checkId,
            MultivaluedMap<String, String> given) {
        Campaign campaign = campaigns.get(centerId, id);
        EffectivenessChecks.Check check = checks.get(id, checkId);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    EffectivenessChecks.Result result = Arrays.stream(EffectivenessChecks.Result.values())
                            .filter(r -> r.name().equals(form.value("result")))
                            .findFirst()
                            .orElseThrow(() -> {
                                Phrase say = Phrase.of("Say what the person answered.", "回答内容を指定してください。");
                                return Problem.invalid("check-invalid", say, List.of(new Violation("result", say)));
                            });
                    checks.record(check.id(), form.id("recipient"), result, caller.name());
                    return console.to("/console/centers/" + centerId + "/campaigns/" + id + "/checks/" + checkId);
                },
                failed -> shown(campaign, checkId, null, failed));
    }

    private TemplateInstance shown(Campaign campaign, UUID checkId, UUID after, Form form) {
        EffectivenessChecks.Check check = checks.get(campaign.id(), checkId);
        List<EffectivenessChecks.Sampled> sampled = checks.sample(check.id(), after, SHOWN);
        boolean knows = identity.hasRole("crisis-manager");
        Map<UUID, Recipient> people = !knows
                ? Map.of()
                : recipients
                        .read(
                                campaign.centerId(),
                                sampled.stream()
                                        .map(EffectivenessChecks.Sampled::recipient)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Recipient::id, Function.identity()));
        return Templates.check(
                campaign,
                checks.outcome(check),
                sampled.stream().map(s -> line(s, people.get(s.recipient()))).toList(),
                sampled.size() < SHOWN ? null : sampled.getLast().recipient(),
                Arrays.stream(EffectivenessChecks.Result.values())
                        .map(r -> new Choice(r, words(r)))
                        .toList(),
                form,
                knows || identity.hasRole("supervisor"));
    }

    private static Line line(EffectivenessChecks.Sampled sampled, Recipient person) {
        return new Line(
                sampled,
                person == null ? "" : person.fields().getOrDefault("name", ""),
                person == null || person.phone() == null ? "" : person.phone().e164());
    }

    static Phrase words(EffectivenessChecks.Result result) {
        return switch (result) {
            case HEARD_AND_ACTED -> Phrase.of("heard of it and acted", "知っていて対応済み");
            case HEARD -> Phrase.of("heard of it", "知っている");
            case NOT_HEARD -> Phrase.of("did not hear of it", "知らなかった");
            case NOT_REACHED -> Phrase.of("not reached", "連絡がつかない");
        };
    }
}
