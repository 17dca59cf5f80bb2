package io.tocsin.telephony;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Mode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The number inventory for those who keep it. */
@Tag(name = "Numbers", description = "The number inventory: what we hold, whoever uses it.")
@Path("/api/numbers")
@RunOnVirtualThread
public class NumbersResource {
    private final NumberInventory inventory;
    private final NumberHolds holds;
    private final NumberRelease release;
    private final InventoryCheck check;
    private final Caller caller;

    NumbersResource(
            NumberInventory inventory, NumberHolds holds, NumberRelease release, InventoryCheck check, Caller caller) {
        this.inventory = inventory;
        this.holds = holds;
        this.release = release;
        this.check = check;
        this.caller = caller;
    }

    public record Shown(InventoryNumber number, List<NumberHolds.Hold> holds) {}

    /** @param until null for until it is lifted */
    public record WantedHold(String reason, Instant until) {}

    /** @param number the number itself, typed again, so that nobody gives up the wrong one */
    public record WantedRelease(String reason, String number) {}

    @GET
    @RolesAllowed({"ops", "crisis-manager", "auditor"})
    @Operation(summary = "The numbers, by mode and state")
    public List<Shown> list(@QueryParam("mode") Mode mode, @QueryParam("state") NumberState state) {
        var held = holds.open();
        return inventory.list(mode, state).stream()
                .map(number -> new Shown(number, held.getOrDefault(number.id(), List.of())))
                .toList();
    }

    /** What the carrier lists and what we know, in both directions. */
    @GET
    @Path("/check")
    @RolesAllowed({"ops", "auditor"})
    @Operation(summary = "The carrier's list and ours compared, in both directions")
    public InventoryCheck.Comparison compare(@QueryParam("mode") Mode mode) {
        return check.compare(mode == null ? Mode.LIVE : mode);
    }

    @POST
    @Path("/{id}/holds")
    @RolesAllowed("ops")
    @Operation(summary = "Hold a number: it cannot be released until the hold is lifted")
    public Response hold(@PathParam("id") UUID id, WantedHold wanted) {
        NumberHolds.Hold hold = holds.place(
                id, caller.name(), wanted == null ? null : wanted.reason(), wanted == null ? null : wanted.until());
        return Response.created(URI.create("/api/numbers/" + id + "/holds/" + hold.id()))
                .entity(hold)
                .build();
    }

    @DELETE
    @Path("/{id}/holds/{holdId}")
    @RolesAllowed("ops")
    @Operation(summary = "Lift a hold")
    public void lift(@PathParam("id") UUID id, @PathParam("holdId") UUID holdId) {
        holds.lift(id, holdId, caller.name());
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed("ops")
    @Operation(summary = "Give a number back to the carrier, for ever")
    public InventoryNumber release(@PathParam("id") UUID id, WantedRelease wanted) {
        return release.release(
                id, caller.name(), wanted == null ? null : wanted.reason(), wanted == null ? null : wanted.number());
    }
}
