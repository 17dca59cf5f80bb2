package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people turned to a center with. */
@Tag(name = "Inquiries", description = "What people turned to a center with, on any channel.")
@Path("/api/centers/{centerId}/inquiries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "agent"})
class InquiriesResource {
    private static final int MOST = 200;

    private final Inquiries inquiries;
    private final OneTimeCodes codes;
    private final Clearance clearance;
    private final VisibleInquiries visible;
    private final Idempotency idempotency;
    private final ByHand byHand;
    private final Caller caller;

    InquiriesResource(
            Inquiries inquiries,
            OneTimeCodes codes,
            Clearance clearance,
            VisibleInquiries visible,
            Idempotency idempotency,
            ByHand byHand,
            Caller caller) {
        this.inquiries = inquiries;
        this.codes = codes;
        this.clearance = clearance;
        this.visible = visible;
        this.idempotency = idempotency;
        this.byHand = byHand;
        this.caller = caller;
    }

    /** @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<Inquiry> inquiries, UUID next) {}

    @GET
    @Operation(
            summary = "Inquiries of the center, newest first; for seats without clearance those without personal data")
    public Page list(
            @PathParam("centerId") UUID centerId,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Inquiry> found = inquiries.page(centerId, clearance.isCleared(centerId), after, size);
        return new Page(found, found.size() < size ? null : found.getLast().id());
    }

    @GET
    @Path("queue")
    @Operation(summary = "What waits for an agent: the escalated and the urgent first")
    public List<Inquiry> queue(
            @PathParam("centerId") UUID centerId, @QueryParam("limit") @DefaultValue("50") int limit) {
        return inquiries.queue(centerId, clearance.isCleared(centerId), Math.clamp(limit, 1, MOST));
    }

    @GET
    @Path("follow-ups")
    @Operation(summary = "What is to be followed up, the most urgent first")
    public List<Inquiry> followUps(
            @PathParam("centerId") UUID centerId, @QueryParam("limit") @DefaultValue("50") int limit) {
        return inquiries.followUps(centerId, clearance.isCleared(centerId), Math.clamp(limit, 1, MOST));
    }

    /** @param masked kinds of personal data that were masked in the text */
    public record Opened(UUID id, List<String> masked) {}

    @POST
    @Operation(summary = "Open an inquiry by hand: an e-mail that came in, somebody at the door")
    public Response open(
            @PathParam("centerId") UUID centerId, @HeaderParam("Idempotency-Key") String key, ByHand.Wanted wanted) {
        byHand.check(centerId, wanted, false);
        Idempotency.Answer answer = idempotency.once(caller.name(), key, List.of(centerId, wanted), () -> {
            Inquiries.Opened opened = byHand.open(centerId, wanted);
            return new Idempotency.Answer(
                    201,
                    "/api/centers/" + centerId + "/inquiries/" + opened.id(),
                    Json.tree(new Opened(opened.id(), opened.text().kinds())));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{inquiryId}")
    @Operation(summary = "One inquiry")
    public Response get(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        return tagged(visible.get(centerId, id));
    }

    @POST
    @Path("{inquiryId}/take")
    @Operation(summary = "Take an inquiry to work on")
    public Response take(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        visible.get(centerId, id);
        return tagged(visible.seen(inquiries.take(centerId, id, caller.name())));
    }

    @POST
    @Path("{inquiryId}/put-back")
    @Operation(summary = "Back into the queue; one that was resolved is open again")
    public Response putBack(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        visible.get(centerId, id);
        return tagged(visible.seen(inquiries.putBack(centerId, id, caller.name())));
    }

    /** @param why in the agent's words; masked before it is stored */
    public record Escalation(String why) {}

    @POST
    @Path("{inquiryId}/escalate")
    @Operation(summary = "Ask a supervisor to take it")
    public Response escalate(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, Escalation escalation) {
        visible.get(centerId, id);
        return tagged(visible.seen(
                inquiries.escalate(centerId, id, escalation == null ? null : escalation.why(), caller.name())));
    }

    /** @param masked kinds of personal data that were masked in the note */
    public record Recorded(Inquiry inquiry, String note, List<String> masked, Phrase warning) {}

    @POST
    @Path("{inquiryId}/records")
    @Operation(summary = "Put on record what was asked, told and agreed; resolves the inquiry unless it is followed up")
    public Recorded record(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            InquiryRecord record) {
        Inquiry inquiry = visible.get(centerId, id);
        if (ifMatch != null) {
            Versions.require(ifMatch, inquiry.version());
        }
        InquiryMoves.Recorded recorded = inquiries.record(
                centerId, id, record == null ? new InquiryRecord(null, null, null, null, null) : record, caller.name());
        return new Recorded(
                visible.seen(recorded.inquiry()),
                recorded.note().text(),
                recorded.note().kinds(),
                recorded.note().isClean() ? null : recorded.note().warning());
    }

    /** @param code the six digits that the person reads */
    public record Code(String code) {}

    /** @param token under which the case may be passed on; null where the code was wrong */
    public record Verified(boolean right, String token) {}

    @POST
    @Path("{inquiryId}/verify")
    @Operation(summary = "Check the one-time code that the person reads; the case is then theirs")
    public Verified verify(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, Code code) {
        visible.get(centerId, id);
        boolean right = codes.verify(centerId, id, code == null ? null : code.code(), caller.name());
        return new Verified(right, right ? inquiries.get(centerId, id).token() : null);
    }

    @POST
    @Path("{inquiryId}/pass-on")
    @Operation(summary = "Let a verified case go on at seats without clearance, under its token")
    public Response passOn(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        visible.get(centerId, id);
        return tagged(visible.seen(inquiries.passOn(centerId, id, caller.name())));
    }

    private static Response tagged(Inquiry inquiry) {
        return Response.ok(inquiry).tag(Versions.tag(inquiry.version())).build();
    }
}
