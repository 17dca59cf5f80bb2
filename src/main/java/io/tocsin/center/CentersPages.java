package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.platform.Caller;
import io.tocsin.platform.CenterAccess;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The list of centers. */
@Path("/console/centers")
@Produces(MediaType.TEXT_HTML)
class CentersPages {
    private static final int MOST = 200;

    private final Centers centers;
    private final CenterAccess access;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    CentersPages(Centers centers, CenterAccess access, SecurityIdentity identity, Caller caller, Console console) {
        this.centers = centers;
        this.access = access;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance centers(List<Line> centers, boolean mayDeclare);
    }

    /** @param next what its crisis manager does now; empty where nothing is waited for */
    record Line(
            UUID id,
            String name,
            String organization,
            String pack,
            boolean drill,
            Phrase phase,
            String tone,
            Instant since,
            Phrase next) {
        static Line of(IncidentCenter c) {
            return new Line(
                    c.id(),
                    c.name(),
                    c.organization(),
                    c.packId(),
                    c.mode() == Mode.DRILL,
                    c.phase().words(),
                    c.phase().tone(),
                    c.createdAt,
                    NextStep.of(c.phase()).title());
        }
    }

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    public TemplateInstance list() {
        List<IncidentCenter> found = CenterAccess.seesAll(identity)
                ? centers.find("order by id desc").page(0, MOST).list()
                : centers.find("id in ?1 order by id desc", access.centersOf(caller.name()))
                        .page(0, MOST)
                        .list();
        return console.page(
                Templates.centers(found.stream().map(Line::of).toList(), identity.hasRole("crisis-manager")));
    }
}
