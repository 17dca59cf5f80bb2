package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Live;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Versions;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One center at a glance: what to do next, the lines, the seats, the clocks. */
@Path("/console/centers/{centerId}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class CenterPages {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Centers centers;
    private final CenterService service;
    private final CenterJournal journal;
    private final Dashboard dashboard;
    private final Staleness staleness;
    private final PlanMaker plans;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    CenterPages(
            Centers centers,
            CenterService service,
            CenterJournal journal,
            Dashboard dashboard,
            Staleness staleness,
            PlanMaker plans,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.centers = centers;
        this.service = service;
        this.journal = journal;
        this.dashboard = dashboard;
        this.staleness = staleness;
        this.plans = plans;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance overview(
                CenterView center,
                NextStep next,
                boolean live,
                RawString lines,
                RawString clocks,
                RawString trouble,
                RawString more,
                int stale,
                List<SizeChoice> sizes,
                List<CenterJournal.Entry> journal,
                boolean mayManage,
                boolean mayDrain);

        static native TemplateInstance more(RawString html);
    }

    private static final int LAST_MOVES = 12;

    @GET
    public TemplateInstance overview(@PathParam("centerId") UUID id) {
        IncidentCenter center = centers.get(id);
        Locale locale = console.locale();
        Map<String, TemplateInstance> parts = dashboard.parts(id);
        List<CenterJournal.Entry> moves =
                journal.of(id).reversed().stream().limit(LAST_MOVES).toList();
        boolean manages = identity.hasRole("crisis-manager");
        boolean open = center.phase() == Phase.OPEN || center.phase() == Phase.DRAINING;
        return console.page(Templates.overview(
                CenterView.of(center),
                NextStep.of(center.phase()),
                open,
                html(parts.get("lines"), locale),
                html(parts.get("clocks"), locale),
                html(parts.get("trouble"), locale),
                new RawString(dashboard.more(id, locale).orElse("")),
                staleness.now(id).size(),
                SizeChoice.of(plans.pack(center), center, center.capacity().profile()),
                moves,
                manages && center.phase().isRunning(),
                center.phase() == Phase.OPEN && (manages || identity.hasRole("ops"))));
    }

    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> live(@PathParam("centerId") UUID id, @Context Sse sse) {
        Locale locale = console.locale();
        return Live.stream(sse, locale, EVERY, () -> {
            Map<String, TemplateInstance> parts = new LinkedHashMap<>(dashboard.parts(id));
            parts.put(
                    "more",
                    Templates.more(new RawString(dashboard.more(id, locale).orElse(""))));
            return parts;
        });
    }

    /** Surge, or shrink: choose, confirm. */
    @POST
    @Path("size")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("crisis-manager")
    public Response size(
            @PathParam("centerId") UUID id, @FormParam("size") String size, @FormParam("version") long version) {
        service.resize(id, new Capacity(size, null, null), Versions.seen(version), caller.name());
        return console.to("/console/centers/" + id + "/launch");
    }

    @POST
    @Path("drain")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "ops"})
    public Response drain(@PathParam("centerId") UUID id, @FormParam("version") long version) {
        service.drain(id, Versions.seen(version), caller.name());
        return console.to("/console/centers/" + id);
    }

    private static RawString html(TemplateInstance part, Locale locale) {
        return new RawString(part.setLocale(locale).render());
    }
}
