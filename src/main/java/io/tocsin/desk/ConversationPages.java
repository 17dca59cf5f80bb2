package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.campaign.CaseDesk;
import io.tocsin.campaign.CaseState;
import io.tocsin.campaign.PickupSlot;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.inquiry.Clearance;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.Reasons;
import io.tocsin.inquiry.faq.FaqHit;
import io.tocsin.inquiry.faq.FaqSearch;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The conversation at hand on the desk's page: record, hand over, verify, move cases, chat, search. */
@Path("/console/centers/{centerId}/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"agent", "supervisor"})
class ConversationPages {
    private static final int LONGEST_QUESTION = 300;

    private final Workplace place;
    private final Desk desk;
    private final InquiryDesk inquiry;
    private final SeatChats chats;
    private final CallBacks callBacks;
    private final CaseDesk cases;
    private final FaqSearch faq;
    private final DeskPages pages;
    private final Console console;
    private final Clock clock;

    ConversationPages(
            Workplace place,
            Desk desk,
            InquiryDesk inquiry,
            SeatChats chats,
            CallBacks callBacks,
            CaseDesk cases,
            FaqSearch faq,
            DeskPages pages,
            Console console,
            Clock clock) {
        this.place = place;
        this.desk = desk;
        this.inquiry = inquiry;
        this.chats = chats;
        this.callBacks = callBacks;
        this.cases = cases;
        this.faq = faq;
        this.pages = pages;
        this.console = console;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance faq(List<FaqHit> hits);

        static native TemplateInstance saidwarning(Phrase warning);

        static native TemplateInstance token(Inquiry i, Phrase reason);

        static native TemplateInstance passed(String path, String token);

        static native TemplateInstance casemove(
                String path, UUID caseId, String to, Phrase title, List<PickupSlot> slots);

        static native TemplateInstance casemoved(Phrase moved, Phrase wrong);

        static native TemplateInstance slots(String path, UUID caseId, String to, Phrase title, List<PickupSlot> slots);
    }

    @POST
    @Path("record")
    public Response record(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return pages.take(centerId, form, () -> {
            DeskSeat seat = place.acting(centerId);
            InquiryDesk.Recorded recorded = inquiry.record(seat, RecordForm.read(form, clock.instant()));
            if (form.value("then").equals("ready")) {
                desk.wish(seat, new SeatEvent.Ready(), "agent");
            }
            return back(centerId, recorded.warning() == null ? DeskPages.Notice.RECORDED : DeskPages.Notice.MASKED);
        });
    }

    @POST
    @Path("escalate")
    public Response escalate(@PathParam("centerId") UUID centerId, @FormParam("why") String why) {
        return attempt(centerId, DeskPages.Notice.ESCALATED, () -> inquiry.escalate(place.acting(centerId), why));
    }

    @POST
    @Path("verify")
    public Response verify(@PathParam("centerId") UUID centerId, @FormParam("code") String code) {
        return attempt(centerId, DeskPages.Notice.VERIFIED, () -> inquiry.verify(place.acting(centerId), code));
    }

    @POST
    @Path("pass-on")
    public Response passOn(@PathParam("centerId") UUID centerId) {
        return pages.take(centerId, Form.empty(), () -> {
            Inquiry passed = inquiry.passOn(place.acting(centerId));
            return console.shown(Templates.passed(DeskPages.path(centerId), passed.token()));
        });
    }

    @GET
    @Path("token")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance token(@PathParam("centerId") UUID centerId, @QueryParam("token") String token) {
        Inquiry found = inquiry.byToken(place.acting(centerId), token);
        return console.part(Templates.token(found, Reasons.words(found.reason())));
    }

    @GET
    @Path("faq")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance faq(
            @PathParam("centerId") UUID centerId, @QueryParam("q") String q, @QueryParam("language") String language) {
        place.acting(centerId);
        String words = q == null ? "" : q.strip();
        List<FaqHit> hits = words.isEmpty()
                ? faq.all(centerId, language)
                : faq.search(centerId, language, words.substring(0, Math.min(words.length(), LONGEST_QUESTION)));
        return console.part(Templates.faq(hits));
    }

    @POST
    @Path("chats/{chatId}/take")
    public Response take(@PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId) {
        return attempt(centerId, null, () -> chats.take(place.acting(centerId), chatId));
    }

    @POST
    @Path("call-backs/{inquiryId}/call")
    public Response call(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID inquiryId) {
        return attempt(centerId, null, () -> callBacks.call(place.acting(centerId), inquiryId));
    }

    @POST
    @Path("say")
    public Response say(
            @PathParam("centerId") UUID centerId,
            @FormParam("text") String text,
            @HeaderParam("HX-Request") String htmx) {
        Phrase warning = chats.say(place.acting(centerId), text).orElse(null);
        return htmx == null
                ? console.to(DeskPages.path(centerId))
                : Response.ok(console.part(Templates.saidwarning(warning)).render())
                        .build();
    }

    @POST
    @Path("end-chat")
    public Response end(@PathParam("centerId") UUID centerId) {
        return attempt(centerId, null, () -> chats.end(place.acting(centerId)));
    }

    /** Beside the conversation, so that what was typed there stays; as a page of its own without a script. */
    @GET
    @Path("cases/{caseId}/{to}")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance asked(
            @PathParam("centerId") UUID centerId,
            @PathParam("caseId") UUID caseId,
            @PathParam("to") CaseState to,
            @HeaderParam("HX-Request") String htmx) {
        cleared(centerId);
        String path = DeskPages.path(centerId);
        List<PickupSlot> slots = to == CaseState.PICKUP_BOOKED ? cases.offers(centerId, caseId, 0) : List.of();
        return htmx == null
                ? console.page(Templates.slots(path, caseId, to.name(), CaseWords.act(to), slots))
                : console.part(Templates.casemove(path, caseId, to.name(), CaseWords.act(to), slots));
    }

    @POST
    @Path("cases/{caseId}/{to}")
    public Response move(
            @PathParam("centerId") UUID centerId,
            @PathParam("caseId") UUID caseId,
            @PathParam("to") CaseState to,
            @FormParam("slot") UUID slot,
            @FormParam("note") String note,
            @HeaderParam("HX-Request") String htmx) {
        Runnable move = () ->
                cases.move(centerId, caseId, to, slot, note, cleared(centerId).email());
        return htmx == null ? attempt(centerId, DeskPages.Notice.MOVED, move) : beside(move);
    }

    private Response beside(Runnable move) {
        Phrase wrong = null;
        try {
            move.run();
        } catch (ProblemException e) {
            if (!Console.isOfTheForm(e)) {
                throw e;
            }
            wrong = e.problem().detail();
        }
        return Response.ok(console.part(Templates.casemoved(DeskPages.Notice.MOVED.words(), wrong))
                        .render())
                .build();
    }

    /** Somebody's case is personal. */
    private DeskSeat cleared(UUID centerId) {
        DeskSeat seat = place.acting(centerId);
        if (!seat.personalData()) {
            throw Clearance.refused();
        }
        return seat;
    }

    private Response attempt(UUID centerId, DeskPages.Notice notice, Runnable act) {
        return pages.take(centerId, Form.empty(), () -> {
            act.run();
            return back(centerId, notice);
        });
    }

    private Response back(UUID centerId, DeskPages.Notice notice) {
        return console.to(DeskPages.path(centerId) + (notice == null ? "" : "?said=" + notice.name()));
    }
}
