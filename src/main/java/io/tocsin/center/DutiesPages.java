package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Obligations as clocks, and settling them with evidence. */
@Path("/console/centers/{centerId}/obligations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DutiesPages {
    private final Obligations obligations;
    private final DutySettling settling;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    DutiesPages(
            Obligations obligations, DutySettling settling, SecurityIdentity identity, Caller caller, Console console) {
        this.obligations = obligations;
        this.settling = settling;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance obligations(
                UUID centerId,
                List<CenterObligation> open,
                List<CenterObligation> settled,
                Form form,
                boolean maySettle);
    }

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID id) {
        return console.page(shown(id, Form.empty()));
    }

    /** The form says what proves it, and {@code how}: {@code met} or {@code waived}. */
    @POST
    @Path("{obligationId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response settle(
            @PathParam("centerId") UUID id,
            @PathParam("obligationId") UUID obligation,
            MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    if (form.value("how").equals("waived")) {
                        settling.waived(id, obligation, form.value("evidence"), caller.name());
                    } else {
                        settling.met(id, obligation, form.value("evidence"), caller.name());
                    }
                    return console.to("/console/centers/" + id + "/obligations");
                },
                failed -> shown(id, failed));
    }

    private TemplateInstance shown(UUID id, Form form) {
        Map<Boolean, List<CenterObligation>> byOpen = obligations.list(id).stream()
                .collect(Collectors.partitioningBy(o -> o.state() == CenterObligation.State.OPEN));
        return Templates.obligations(id, byOpen.get(true), byOpen.get(false), form, identity.hasRole("crisis-manager"));
    }
}
