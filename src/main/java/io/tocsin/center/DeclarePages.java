package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declaring an incident: a pack, then its facts with their effect beside them. */
@Path("/console/declare")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("crisis-manager")
class DeclarePages {
    private final RiskPacks packs;
    private final CenterService service;
    private final Caller caller;
    private final Clock clock;
    private final Console console;

    DeclarePages(RiskPacks packs, CenterService service, Caller caller, Clock clock, Console console) {
        this.packs = packs;
        this.service = service;
        this.caller = caller;
        this.clock = clock;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance packs(List<RiskPack> packs);

        static native TemplateInstance declare(
                RiskPack pack,
                Form form,
                List<FactField> known,
                List<FactField> later,
                boolean laterOpen,
                Collection<CapacityProfile> sizes,
                Collection<String> jurisdictions);

        static native TemplateInstance effect(Effect effect);
    }

    @GET
    public TemplateInstance choose() {
        return console.page(Templates.packs(packs.current()));
    }

    @GET
    @Path("{pack}")
    public TemplateInstance form(@PathParam("pack") String packId) {
        RiskPack pack = pack(packId);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("mode", "DRILL");
        values.put("zone", "UTC");
        values.put(
                "awareAt",
                clock.instant()
                        .atZone(ZoneId.of("UTC"))
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        values.put("size", pack.profiles().containsKey("small") ? "small" : "");
        return console.page(shown(pack, Form.with(values)));
    }

    @POST
    @Path("{pack}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response declare(@PathParam("pack") String packId, MultivaluedMap<String, String> given) {
        RiskPack pack = pack(packId);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    IncidentCenter center = service.declare(DeclareForm.read(pack, form), caller.name());
                    return console.to("/console/centers/" + center.id() + "/launch");
                },
                failed -> shown(pack, failed));
    }

    /** What people would read and hear with the form as it is. */
    @POST
    @Path("{pack}/effect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance effect(@PathParam("pack") String packId, MultivaluedMap<String, String> given) {
        RiskPack pack = pack(packId);
        Form form = Form.of(given);
        JsonNode facts = FactForm.read(pack.facts(), pack.languages(), form);
        return console.part(Templates.effect(Effect.of(pack, pack.languages(), form.value("organization"), facts)));
    }

    private static TemplateInstance shown(RiskPack pack, Form form) {
        FactField.Sheet sheet = FactField.Sheet.of(pack.facts(), pack.languages(), form);
        return Templates.declare(
                pack,
                form,
                sheet.known(),
                sheet.later(),
                sheet.laterOpen(),
                pack.profiles().values(),
                pack.regimes().keySet());
    }

    private RiskPack pack(String id) {
        return packs.current(id)
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no risk pack '%s'.", "リスクパック「%s」はありません。")
                        .with(id)));
    }
}
