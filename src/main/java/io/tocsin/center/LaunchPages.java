package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Live;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Versions;
import io.tocsin.provisioning.Ledger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From plan to existing: what will be made, in which size, and how far it is. */
@Path("/console/centers/{centerId}/launch")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class LaunchPages {
    private static final Duration EVERY = Duration.ofMillis(700);

    private final Centers centers;
    private final CenterService service;
    private final Previews previews;
    private final PlanMaker plans;
    private final Ledger ledger;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    LaunchPages(
            Centers centers,
            CenterService service,
            Previews previews,
            PlanMaker plans,
            Ledger ledger,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.centers = centers;
        this.service = service;
        this.previews = previews;
        this.plans = plans;
        this.ledger = ledger;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance launch(
                CenterView center, PlanShown plan, List<SizeChoice> sizes, LaunchProgress progress, boolean mayLaunch);

        static native TemplateInstance progress(CenterView center, LaunchProgress progress);
    }

    /** @param size another size than the center's own, to see what it would take */
    @GET
    public TemplateInstance plan(@PathParam("centerId") UUID id, @QueryParam("size") String size) {
        IncidentCenter center = centers.get(id);
        Capacity wanted = size == null || size.equals(center.capacity().profile())
                ? center.capacity()
                : new Capacity(size, null, null);
        boolean mayChange = center.phase() == Phase.DECLARED || center.phase().isRunning();
        PlanShown plan = mayChange ? PlanShown.of(previews.of(id, wanted)) : null;
        return console.page(Templates.launch(
                CenterView.of(center),
                plan,
                SizeChoice.of(plans.pack(center), center, wanted.profile()),
                LaunchProgress.of(ledger.of(id)),
                identity.hasRole("crisis-manager") && mayChange));
    }

    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> live(@PathParam("centerId") UUID id, @Context Sse sse) {
        return Live.stream(
                sse,
                console.locale(),
                EVERY,
                () -> Map.of(
                        "progress",
                        Templates.progress(CenterView.of(centers.get(id)), LaunchProgress.of(ledger.of(id)))));
    }

    /** Launches in the size that was looked at; where the center runs already, changes its size: the surge. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response launch(
            @PathParam("centerId") UUID id, @FormParam("size") String size, @FormParam("version") long version) {
        IncidentCenter center = centers.get(id);
        String seen = Versions.seen(version);
        boolean otherSize = size != null
                && !size.isBlank()
                && !size.equals(center.capacity().profile());
        if (otherSize) {
            center = service.resize(id, new Capacity(size, null, null), seen, caller.name());
            seen = Versions.seen(centers.get(id).version());
        }
        if (center.phase() == Phase.DECLARED) {
            service.launch(id, seen, caller.name());
        }
        return console.to("/console/centers/" + id + "/launch");
    }
}
