package io.tocsin.telephony;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
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
import java.util.List;
import java.util.UUID;

/** The number inventory. */
@Path("/console/numbers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("ops")
class NumbersPages {
    private final NumberInventory inventory;
    private final NumberHolds holds;
    private final NumberRelease release;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    NumbersPages(
            NumberInventory inventory,
            NumberHolds holds,
            NumberRelease release,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.inventory = inventory;
        this.holds = holds;
        this.release = release;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "telephony")
    static class Templates {
        static native TemplateInstance numbers(Mode mode, List<Line> numbers, boolean mayChange);
    }

    record Line(InventoryNumber number, Phrase state, String tone, List<NumberHolds.Hold> holds) {
        static Line of(InventoryNumber number, List<NumberHolds.Hold> holds) {
            return new Line(number, words(number.state()), tone(number.state()), holds);
        }

        public boolean isKept() {
            return number.state() == NumberState.AVAILABLE || number.state() == NumberState.QUARANTINED;
        }

        private static Phrase words(NumberState state) {
            return switch (state) {
                case BUYING -> Phrase.of("being bought", "購入中");
                case IN_USE -> Phrase.of("in use", "使用中");
                case QUARANTINED -> Phrase.of("quarantined, still answered", "隔離中（応答あり）");
                case AVAILABLE -> Phrase.of("standby stock", "待機在庫");
                case RELEASING -> Phrase.of("being given up", "解放中");
                case RELEASED -> Phrase.of("given up", "解放済み");
                case GONE -> Phrase.of("gone at the carrier", "キャリア側で消失");
            };
        }

        private static String tone(NumberState state) {
            return switch (state) {
                case IN_USE, AVAILABLE -> "good";
                case BUYING, RELEASING -> "busy";
                case QUARANTINED -> "warn";
                case RELEASED -> "plain";
                case GONE -> "bad";
            };
        }
    }

    @GET
    @RolesAllowed({"ops", "crisis-manager", "auditor"})
    public TemplateInstance list(@QueryParam("mode") Mode mode) {
        Mode shown = mode == null ? Mode.LIVE : mode;
        var held = holds.open();
        return console.page(Templates.numbers(
                shown,
                inventory.list(shown, null).stream()
                        .map(n -> Line.of(n, held.getOrDefault(n.id(), List.of())))
                        .toList(),
                identity.hasRole("ops")));
    }

    @POST
    @Path("{id}/hold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hold(@PathParam("id") UUID id, @FormParam("reason") String reason) {
        holds.place(id, caller.name(), reason, null);
        return back(id);
    }

    @POST
    @Path("{id}/lift")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("id") UUID id, @FormParam("hold") UUID hold) {
        holds.lift(id, hold, caller.name());
        return back(id);
    }

    /** Gives a number up for ever; it must be typed again. */
    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(
            @PathParam("id") UUID id, @FormParam("reason") String reason, @FormParam("number") String typedAgain) {
        release.release(id, caller.name(), reason, typedAgain);
        return back(id);
    }

    private Response back(UUID id) {
        return console.to("/console/numbers?mode=" + inventory.get(id).mode());
    }
}
