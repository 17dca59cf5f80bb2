package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an announcement says to whom, what it will take, and what became of each message. */
@Tag(name = "Announcements")
@Path("/api/centers/{centerId}/announcements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DeliveriesResource {
    private static final int MOST = 1_000;

    private final Announcements announcements;
    private final Estimates estimates;
    private final RecipientPreviews previews;
    private final StaffTest staffTest;
    private final Caller caller;
    private final Sql sql;

    DeliveriesResource(
            Announcements announcements,
            Estimates estimates,
            RecipientPreviews previews,
            StaffTest staffTest,
            Caller caller,
            Sql sql) {
        this.announcements = announcements;
        this.estimates = estimates;
        this.previews = previews;
        this.staffTest = staffTest;
        this.caller = caller;
        this.sql = sql;
    }

    @GET
    @Path("estimate")
    @Operation(summary = "Recipients per channel, opt-outs, segments, cost and time to send, before sending")
    public Estimate estimate(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return estimates.of(announcements.get(centerId, id));
    }

    @GET
    @Path("preview")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "What one recipient would read, on each channel")
    public List<Estimate.Sample> preview(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @QueryParam("recipient") UUID recipientId) {
        return previews.of(
                announcements.get(centerId, id),
                previews.recipient(centerId, recipientId)
                        .orElseThrow(() -> Problem.notFound(
                                Phrase.of("Name a recipient of this center.", "このセンターの宛先を指定してください。"))));
    }

    @POST
    @Path("test")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Send it to staff, to see how it arrives")
    public List<StaffTest.Result> test(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, StaffTest.Staff staff) {
        return staffTest.send(announcements.get(centerId, id), staff, caller.name());
    }

    /**
     * What became of one message.
     *
     * @param reason why it did not arrive, or is not known; null otherwise
     * @param notBefore held or waiting until then; null otherwise
     */
    public record Delivery(
            UUID id,
            UUID recipient,
            Channel channel,
            DeliveryState state,
            String code,
            Phrase reason,
            int factsVersion,
            Integer segments,
            Instant notBefore,
            Instant attemptedAt,
            Instant settledAt) {}

    /** @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<Delivery> deliveries, UUID next) {}

    @GET
    @Path("deliveries")
    @Operation(summary = "Deliveries with their reasons; 'state=UNKNOWN' lists what could not be settled")
    public Page deliveries(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @QueryParam("state") DeliveryState state,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        announcements.get(centerId, id);
        int size = Math.clamp(limit, 1, MOST);
        List<Delivery> found = sql.list(
                "select * from delivery where announcement_id = ? and (?::text is null or state = ?) and id > ?"
                        + " order by id limit ?",
                row -> new Delivery(
                        row.getObject("id", UUID.class),
                        row.getObject("recipient_id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("reason") == null ? null : Reasons.words(row.getString("reason")),
                        row.getInt("facts_version"),
                        row.getObject("segments", Integer.class),
                        Sql.instant(row, "not_before"),
                        Sql.instant(row, "attempted_at"),
                        Sql.instant(row, "settled_at")),
                id,
                state,
                state,
                after == null ? new UUID(0, 0) : after,
                size);
        return new Page(found, found.size() < size ? null : found.getLast().id());
    }
}
