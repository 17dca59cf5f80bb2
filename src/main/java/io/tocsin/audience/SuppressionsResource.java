package io.tocsin.audience;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who must not be contacted any more, on any channel. */
@Tag(name = "Opt-outs", description = "Who must not be contacted any more, on any channel.")
@Path("/api/centers/{centerId}/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SuppressionsResource {
    private static final int MOST = 500;

    private final Suppressions suppressions;
    private final ContactReader contacts;
    private final Caller caller;

    SuppressionsResource(Suppressions suppressions, ContactReader contacts, Caller caller) {
        this.suppressions = suppressions;
        this.contacts = contacts;
        this.caller = caller;
    }

    /** One of three: a phone number as it is dialled in the center's country or with +, an address, or a recipient. */
    public record OptOut(String phone, String email, UUID recipientId) {}

    /** @param recipients of how many this changed something */
    public record Kept(int recipients) {}

    /** @param note why the opt-out is taken back: who said so and when */
    public record Lift(String phone, String email, UUID recipientId, String note) {}

    /** A page, oldest first. @param next to pass as {@code after}; null on the last */
    public record Page(List<Suppressions.Entry> suppressions, String next) {}

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "The center's opt-outs, by contact, oldest first; contacts are shown in part")
    public Page list(
            @PathParam("centerId") UUID centerId,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Suppressions.Entry> page = suppressions.list(centerId, after, size);
        return new Page(page, page.size() < size ? null : page.getLast().key());
    }

    /** Saying it twice changes nothing. */
    @POST
    @RolesAllowed({"crisis-manager", "supervisor", "agent"})
    @Operation(summary = "Somebody told an agent not to be contacted any more; holds at once, on every channel")
    public Kept add(@PathParam("centerId") UUID centerId, OptOut optOut) {
        OptOut asked = optOut == null ? new OptOut(null, null, null) : optOut;
        if (asked.recipientId() != null) {
            return new Kept(suppressions
                    .add(centerId, asked.recipientId(), SuppressionReason.AGENT, caller.name())
                    .size());
        }
        Contact contact = contacts.read(centerId, asked.phone(), asked.email());
        return new Kept(suppressions
                .add(centerId, contact, SuppressionReason.AGENT, caller.name())
                .size());
    }

    @POST
    @Path("lift")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Take an opt-out back, with the reason on the record")
    public Kept lift(@PathParam("centerId") UUID centerId, Lift lift) {
        Lift asked = lift == null ? new Lift(null, null, null, null) : lift;
        if (asked.note() == null || asked.note().isBlank()) {
            throw Problem.invalid(
                    "lift-without-reason",
                    Phrase.of("Say why the opt-out is taken back.", "配信停止を解除する理由を記入してください。"),
                    List.of(Violation.of("note", "Who asked for it, how and when?", "誰が、いつ、どのように希望したかを記入してください。")));
        }
        if (asked.recipientId() != null) {
            return new Kept(suppressions.lift(
                    centerId, asked.recipientId(), caller.name(), asked.note().strip()));
        }
        Contact contact = contacts.read(centerId, asked.phone(), asked.email());
        return new Kept(suppressions.lift(centerId, contact, caller.name(), asked.note().strip()));
    }
}
