package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** The agent's desk: sitting down, the state of the seat, what comes to it. */
@Path("/console/centers/{centerId}/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"agent", "supervisor"})
class DeskPages {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Workplace place;
    private final Entrance entrance;
    private final Desk desk;
    private final DrillPhone phone;
    private final DrillCalls drillCalls;
    private final CampaignCalls campaignCalls;
    private final DeskViews views;
    private final Console console;

    DeskPages(
            Workplace place,
            Entrance entrance,
            Desk desk,
            DrillPhone phone,
            DrillCalls drillCalls,
            CampaignCalls campaignCalls,
            DeskViews views,
            Console console) {
        this.place = place;
        this.entrance = entrance;
        this.desk = desk;
        this.phone = phone;
        this.drillCalls = drillCalls;
        this.campaignCalls = campaignCalls;
        this.views = views;
        this.console = console;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance desk(DeskView page);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance desk(@PathParam("centerId") UUID centerId, @QueryParam("said") String said) {
        return console.page(Templates.desk(views.of(centerId, Form.empty(), Notice.of(said), console.locale())));
    }

    /** Does what a form of the page asks for; see {@link Console#take(Form, Supplier, java.util.function.Function)}. */
    Response take(UUID centerId, Form form, Supplier<Response> act) {
        return console.take(form, act, failed -> shown(centerId, failed));
    }

    /** The page with what is wrong with what was entered. */
    Response wrong(UUID centerId, Form form, ProblemException e) {
        return console.wrong(shown(centerId, form.failed(e.problem())));
    }

    private TemplateInstance shown(UUID centerId, Form failed) {
        return Templates.desk(views.of(centerId, failed, null, console.locale()));
    }

    /** Does what a form of the page asks for, and goes back to the page. */
    Response take(UUID centerId, Form form, Runnable act) {
        return take(centerId, form, () -> {
            act.run();
            return console.to(path(centerId));
        });
    }

    @GET
    @Path("live")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId, @QueryParam("shown") String shown, @Context Sse sse) {
        Locale locale = console.locale();
        String email = place.name();
        return Live.stream(sse, locale, EVERY, () -> views.parts(centerId, email, shown == null ? "" : shown));
    }

    @POST
    @Path("check-in")
    public Response checkIn(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return take(
                centerId,
                form,
                () -> entrance.checkIn(
                        centerId,
                        new Entrance.Wanted(
                                form.has("rulesAcknowledged", "true"), true, form.has("phoneByHand", "true"))));
    }

    @POST
    @Path("check-out")
    public Response checkOut(@PathParam("centerId") UUID centerId) {
        return take(centerId, Form.empty(), () -> entrance.checkOut(centerId));
    }

    @POST
    @Path("ready")
    public Response ready(@PathParam("centerId") UUID centerId) {
        return take(centerId, Form.empty(), () -> desk.wish(place.acting(centerId), new SeatEvent.Ready(), "agent"));
    }

    @POST
    @Path("break")
    public Response rest(@PathParam("centerId") UUID centerId, @FormParam("minutes") int minutes) {
        Duration planned = Duration.ofMinutes(Math.clamp(minutes, 1, 120));
        return take(
                centerId, Form.empty(), () -> desk.wish(place.acting(centerId), new SeatEvent.Rest(planned), "agent"));
    }

    @POST
    @Path("answer")
    public Response answer(@PathParam("centerId") UUID centerId) {
        return take(centerId, Form.empty(), () -> {
            DeskSeat seat = place.acting(centerId);
            phone.answer(seat);
            campaignCalls.answered(seat);
        });
    }

    @POST
    @Path("hang-up")
    public Response hangUp(@PathParam("centerId") UUID centerId) {
        return take(centerId, Form.empty(), () -> phone.hangUp(place.acting(centerId)));
    }

    @POST
    @Path("drill-call")
    public Response drillCall(@PathParam("centerId") UUID centerId) {
        return take(centerId, Form.empty(), () -> drillCalls.callFor(place.acting(centerId)));
    }

    /** The page tells now and then that somebody moves the mouse or types. */
    @POST
    @Path("here")
    public void here(@PathParam("centerId") UUID centerId) {
        place.acting(centerId);
    }

    static String path(UUID centerId) {
        return "/console/centers/" + centerId + "/desk";
    }

    /** What is said above the page after something was done. */
    enum Notice {
        RECORDED(Phrase.of("Recorded.", "記録しました。"), false),
        MASKED(
                Phrase.of(
                        "Recorded. What looks like personal data in the note was masked.",
                        "記録しました。メモのうち個人情報と思われる部分は伏せました。"),
                true),
        ESCALATED(Phrase.of("Your supervisor has it now, with the whole context.", "経緯ごとスーパーバイザーに引き継ぎました。"), false),
        VERIFIED(Phrase.of("The code is right: it is the person.", "コードを確認しました。ご本人です。"), false),
        MOVED(Phrase.of("The case was moved.", "案件を更新しました。"), false);

        private final Phrase words;
        private final boolean warns;

        Notice(Phrase words, boolean warns) {
            this.words = words;
            this.warns = warns;
        }

        Phrase words() {
            return words;
        }

        boolean warns() {
            return warns;
        }

        static Notice of(String name) {
            for (Notice notice : values()) {
                if (notice.name().equals(name)) {
                    return notice;
                }
            }
            return null;
        }
    }
}
