package io.tocsin.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryRecord;
import io.tocsin.inquiry.Message;
import io.tocsin.platform.Phrase;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an agent does within the conversation at hand. */
@Tag(name = "Agent desk")
@Path("/api/centers/{centerId}/desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "supervisor"})
@RunOnVirtualThread
class ConversationResource {
    private static final int MOST = 100;

    private final Workplace place;
    private final InquiryDesk inquiry;
    private final SeatChats chats;
    private final CallBacks callBacks;
    private final Clock clock;

    ConversationResource(Workplace place, InquiryDesk inquiry, SeatChats chats, CallBacks callBacks, Clock clock) {
        this.place = place;
        this.inquiry = inquiry;
        this.chats = chats;
        this.callBacks = callBacks;
        this.clock = clock;
    }

    @POST
    @Path("contact/record")
    @Operation(summary = "Put the conversation on record: reason, outcome, note, follow-up, facts told")
    public InquiryDesk.Recorded record(@PathParam("centerId") UUID centerId, InquiryRecord record) {
        return inquiry.record(
                place.acting(centerId), record == null ? new InquiryRecord(null, null, null, null, null) : record);
    }

    /** @param why in the agent's words; may be left out */
    public record Escalation(String why) {}

    @POST
    @Path("contact/escalate")
    @Operation(summary = "Hand the conversation to a supervisor with its whole context")
    public Inquiry escalate(@PathParam("centerId") UUID centerId, Escalation escalation) {
        return inquiry.escalate(place.acting(centerId), escalation == null ? null : escalation.why());
    }

    /** @param code six digits that the person reads out */
    public record CodeRead(String code) {}

    @POST
    @Path("contact/verify")
    @Operation(summary = "Check the one-time code that the person reads out")
    public Inquiry verify(@PathParam("centerId") UUID centerId, CodeRead read) {
        return inquiry.verify(place.acting(centerId), read == null ? "" : read.code());
    }

    @POST
    @Path("contact/pass-on")
    @Operation(summary = "Let the verified case go on at a seat without clearance, under its token")
    public Inquiry passOn(@PathParam("centerId") UUID centerId) {
        return inquiry.passOn(place.acting(centerId));
    }

    @GET
    @Path("tokens/{token}")
    @Operation(summary = "The case behind a token; never the person")
    public Inquiry byToken(@PathParam("centerId") UUID centerId, @PathParam("token") String token) {
        return inquiry.byToken(place.acting(centerId), token);
    }

    @GET
    @Path("call-backs")
    @Operation(summary = "Whom to call or write back, the most urgent first")
    public List<CallBacks.Waiting> callBacks(@PathParam("centerId") UUID centerId) {
        return callBacks.list(place.atWork(centerId), MOST);
    }

    @POST
    @Path("call-backs/{inquiryId}/call")
    @Operation(summary = "Call somebody who waits for it: your own telephone rings first, then theirs")
    public SeatView call(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID inquiryId) {
        return SeatView.of(callBacks.call(place.acting(centerId), inquiryId), clock.instant());
    }

    @GET
    @Path("chats")
    @Operation(summary = "Chats that wait for an agent and that the seat may take")
    public List<Chat> waiting(@PathParam("centerId") UUID centerId) {
        return chats.waiting(place.atWork(centerId));
    }

    @POST
    @Path("chats/{chatId}/take")
    @Operation(summary = "Take a waiting chat; no calls are offered meanwhile")
    public SeatView take(@PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId) {
        return SeatView.of(chats.take(place.acting(centerId), chatId), clock.instant());
    }

    @GET
    @Path("contact/messages")
    @Operation(summary = "What was said in the chat at hand")
    public List<Message> messages(
            @PathParam("centerId") UUID centerId, @QueryParam("after") @DefaultValue("0") long after) {
        return chats.messages(place.atWork(centerId), after);
    }

    /** @param text masked before it is stored */
    public record Said(String text) {}

    /** @param warning what was masked; null for nothing */
    public record Taken(Phrase warning) {}

    @POST
    @Path("contact/messages")
    @Operation(summary = "Say something in the chat at hand")
    public Taken say(@PathParam("centerId") UUID centerId, Said said) {
        return new Taken(chats.say(place.acting(centerId), said == null ? null : said.text())
                .orElse(null));
    }

    @POST
    @Path("contact/end")
    @Operation(summary = "End the chat at hand")
    public SeatView end(@PathParam("centerId") UUID centerId) {
        DeskSeat seat = place.acting(centerId);
        chats.end(seat);
        return SeatView.of(place.seat(centerId), clock.instant());
    }
}
