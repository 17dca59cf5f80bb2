package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.ResourceState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a center owns outside: each resource with the vendor's id, its state, what went wrong and what to do. */
@Path("/console/centers/{centerId}/resources")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class ResourcesPages {
    private final Ledger ledger;
    private final Centers centers;
    private final ResourceRetries retries;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    ResourcesPages(
            Ledger ledger,
            Centers centers,
            ResourceRetries retries,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.ledger = ledger;
        this.centers = centers;
        this.retries = retries;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance resources(
                UUID centerId, List<Line> trouble, List<Line> lines, int gone, boolean all, boolean mayRetry);
    }

    record Line(Resource resource, Phrase kind, Phrase state, String tone, boolean mayRetry) {
        static Line of(Resource r) {
            return new Line(r, KindWords.of(r.kind()), state(r), tone(r.state()), mayRetry(r));
        }

        private static Phrase state(Resource r) {
            return switch (r.state()) {
                case WAITING -> Phrase.of("waiting its turn", "順番待ち");
                case WORKING -> Phrase.of("being worked on", "処理中");
                case READY -> r.pending() ? Phrase.of("being changed", "変更中") : Phrase.of("ready", "完了");
                case RETRYING -> Phrase.of("trying again by itself", "自動で再試行中");
                case STUCK -> Phrase.of("waits for a person", "対応が必要");
                case DRIFTED -> Phrase.of("missing at the vendor", "外部で消失");
                case REMOVED -> Phrase.of("removed", "撤去済み");
            };
        }

        private static String tone(ResourceState state) {
            return switch (state) {
                case READY -> "good";
                case WAITING, REMOVED -> "plain";
                case WORKING -> "busy";
                case RETRYING -> "warn";
                case STUCK, DRIFTED -> "bad";
            };
        }

        private static boolean mayRetry(Resource r) {
            return switch (r.state()) {
                case STUCK, DRIFTED, RETRYING -> true;
                case WAITING, WORKING, READY, REMOVED -> false;
            };
        }
    }

    /** @param all whether what is gone is listed as well */
    @GET
    public TemplateInstance list(@PathParam("centerId") UUID id, @QueryParam("all") boolean all) {
        centers.get(id);
        List<Line> lines = ledger.of(id).stream()
                .sorted(Comparator.comparing(Resource::kind)
                        .thenComparing(r -> r.key().name()))
                .map(Line::of)
                .toList();
        return console.page(Templates.resources(
                id,
                lines.stream().filter(l -> l.tone().equals("bad")).toList(),
                lines.stream().filter(l -> all || !l.resource().isGone()).toList(),
                (int) lines.stream().filter(l -> l.resource().isGone()).count(),
                all,
                identity.hasRole("crisis-manager") || identity.hasRole("ops")));
    }

    /** A person has done what the resource asked for. */
    @POST
    @Path("retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "ops"})
    public Response retry(@PathParam("centerId") UUID id, @FormParam("name") String name) {
        retries.again(id, name == null ? "" : name, caller.name());
        return console.to("/console/centers/" + id + "/resources");
    }
}
