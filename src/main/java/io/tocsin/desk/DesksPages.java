package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.console.Console;
import io.tocsin.platform.Caller;
import io.tocsin.platform.CenterAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The centers that somebody works for. */
@Path("/console/desks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"agent", "supervisor"})
class DesksPages {
    private final CenterAccess access;
    private final Centers centers;
    private final DeskAsker asker;
    private final Caller caller;
    private final Console console;

    DesksPages(CenterAccess access, Centers centers, DeskAsker asker, Caller caller, Console console) {
        this.access = access;
        this.centers = centers;
        this.asker = asker;
        this.caller = caller;
        this.console = console;
    }

    /** @param hasSeat whether who asks has a seat there */
    record Own(UUID id, String name, String organization, Phase phase, boolean hasSeat) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance desks(List<Own> centers, boolean supervisor);
    }

    @GET
    public TemplateInstance desks() {
        List<Own> own = access.centersOf(caller.name()).stream()
                .flatMap(id -> centers.findByIdOptional(id).stream())
                .filter(c -> c.phase() != Phase.CLOSED)
                .map(this::own)
                .toList();
        return console.page(Templates.desks(own, asker.isSupervisor()));
    }

    private Own own(IncidentCenter center) {
        return new Own(
                center.id(),
                center.name(),
                center.organization(),
                center.phase(),
                asker.seat(center.id()).isPresent());
    }
}
