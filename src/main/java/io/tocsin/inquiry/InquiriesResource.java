package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import io.tocsin.platform.Violation;
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
import java.util.ArrayList;
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
    private final Idempotency idempotency;
    private final ContactInput contacts;
    private final Caller caller;

    InquiriesResource(
            Inquiries inquiries,
            OneTimeCodes codes,
            Clearance clearance,
            Idempotency idempotency,
            ContactInput contacts,
            Caller caller) {
        this.inquiries = inquiries;
        this.codes = codes;
        this.clearance = clearance;
        this.idempotency = idempotency;
        this.contacts = contacts;
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

    /** @param phone as it is dialled; null where the person left an e-mail address, or nothing */
    public record Wanted(
            InquiryChannel channel, String language, String phone, String email, String reason, String text) {}

    /** @param masked kinds of personal data that were masked in the text */
    public record Opened(UUID id, List<String> masked) {}

    @POST
    @Operation(summary = "Open an inquiry by hand: an e-mail that came in, somebody at the door")
    public Response open(
            @PathParam("centerId") UUID centerId, @HeaderParam("Idempotency-Key") String key, Wanted wanted) {
        check(wanted);
        Idempotency.Answer answer = idempotency.once(caller.name(), key, List.of(centerId, wanted), () -> {
            Inquiries.Opened opened = inquiries.open(
                    NewInquiry.of(centerId, wanted.channel(), wanted.language() == null ? "en" : wanted.language())
                            .from(contacts.read(centerId, wanted.phone(), wanted.email()), null)
                            .saying(wanted.text())
                            .about(wanted.reason(), 0, true)
                            .done());
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

    private static void check(Wanted wanted) {
        List<Violation> wrong = new ArrayList<>();
        if (wanted == null || wanted.channel() == null) {
            wrong.add(Violation.of(
                    "channel", "Say on which channel: PHONE, SMS, CHAT, FORM or EMAIL.", "チャネルを指定してください。"));
        }
        if (wanted != null && wanted.text() != null && wanted.text().length() > Messages.LONGEST) {
            wrong.add(Violation.of("text", "Keep it below 4,000 characters.", "4,000文字以内にしてください。"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("inquiry-invalid", Phrase.of("Complete the inquiry.", "問い合わせの内容に不足があります。"), wrong);
        }
    }

    @GET
    @Path("{inquiryId}")
    @Operation(summary = "One inquiry")
    public Response get(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        return tagged(visible(centerId, id));
    }

    @POST
    @Path("{inquiryId}/take")
    @Operation(summary = "Take an inquiry to work on")
    public Response take(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        visible(centerId, id);
        return tagged(seen(inquiries.take(centerId, id, caller.name())));
    }

    @POST
    @Path("{inquiryId}/put-back")
    @Operation(summary = "Back into the queue; one that was resolved is open again")
    public Response putBack(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        visible(centerId, id);
        return tagged(seen(inquiries.putBack(centerId, id, caller.name())));
    }

    /** @param why in the agent's words; masked before it is stored */
    public record Escalation(String why) {}

    @POST
    @Path("{inquiryId}/escalate")
    @Operation(summary = "Ask a supervisor to take it")
    public Response escalate(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, Escalation escalation) {
        visible(centerId, id);
        return tagged(
                seen(inquiries.escalate(centerId, id, escalation == null ? null : escalation.why(), caller.name())));
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
        Inquiry inquiry = visible(centerId, id);
        if (ifMatch != null) {
            Versions.require(ifMatch, inquiry.version());
        }
        InquiryMoves.Recorded recorded = inquiries.record(
                centerId, id, record == null ? new InquiryRecord(null, null, null, null, null) : record, caller.name());
        return new Recorded(
                seen(recorded.inquiry()),
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
        visible(centerId, id);
        boolean right = codes.verify(centerId, id, code == null ? null : code.code(), caller.name());
        return new Verified(right, right ? inquiries.get(centerId, id).token() : null);
    }

    @POST
    @Path("{inquiryId}/pass-on")
    @Operation(summary = "Let a verified case go on at seats without clearance, under its token")
    public Response passOn(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        visible(centerId, id);
        return tagged(seen(inquiries.passOn(centerId, id, caller.name())));
    }

    /** One that needs clearance looks to others like one that does not exist. */
    private Inquiry visible(UUID centerId, UUID id) {
        Inquiry inquiry = inquiries.get(centerId, id);
        if (clearance.isCleared(centerId)) {
            return inquiry;
        }
        if (inquiry.personalData()) {
            throw Problem.notFound(
                    Phrase.of("There is no inquiry %s that your seat may have.", "あなたの席で扱える問い合わせ %s はありません。")
                            .with(id));
        }
        return inquiry.withoutPersonalData();
    }

    private Inquiry seen(Inquiry inquiry) {
        return clearance.isCleared(inquiry.centerId()) ? inquiry : inquiry.withoutPersonalData();
    }

    private static Response tagged(Inquiry inquiry) {
        return Response.ok(inquiry).tag(Versions.tag(inquiry.version())).build();
    }
}
