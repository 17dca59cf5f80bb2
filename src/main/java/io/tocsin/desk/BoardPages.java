package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Clearance;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The supervisor's board: seats, queues and chats as they are, and the waves. */
@Path("/console/centers/{centerId}/board")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"supervisor", "crisis-manager", "ops", "auditor"})
class BoardPages {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST = 50;

    private final Board board;
    private final Waves waves;
    private final Chats chats;
    private final Inquiries inquiries;
    private final ListeningIn listening;
    private final Clearance clearance;
    private final Caller caller;
    private final Console console;

    BoardPages(
            Board board,
            Waves waves,
            Chats chats,
            Inquiries inquiries,
            ListeningIn listening,
            Clearance clearance,
            Caller caller,
            Console console) {
        this.listening = listening;
        this.clearance = clearance;
        this.board = board;
        this.waves = waves;
        this.chats = chats;
        this.inquiries = inquiries;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance board(
                String path,
                RawString figures,
                RawString seats,
                RawString queues,
                RawString calls,
                RawString chats,
                List<Waves.WaveView> waves,
                boolean mayAct,
                Form form);

        static native TemplateInstance boardcalls(String path, Board.View view, String who, boolean cleared);

        static native TemplateInstance figures(Board.View board, int escalations);

        static native TemplateInstance boardseats(String path, List<SeatView> seats, boolean mayAct);

        static native TemplateInstance boardqueues(List<QueueView> queues);

        static native TemplateInstance boardchats(
                String path, List<Chat> live, int waiting, List<Inquiry> escalated, boolean mayAct);
    }

    @GET
    public TemplateInstance board(@PathParam("centerId") UUID centerId) {
        watched(centerId);
        return console.page(shown(centerId, Form.empty()));
    }

    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(@PathParam("centerId") UUID centerId, @Context Sse sse) {
        Locale locale = console.locale();
        boolean acts = caller.hasRole("supervisor");
        String who = caller.name();
        boolean cleared = clearance.isCleared(centerId);
        return Live.stream(sse, locale, EVERY, () -> {
            if (acts) {
                waves.watched(centerId, who);
            }
            return parts(centerId, acts ? who : null, cleared);
        });
    }

    @POST
    @Path("waves/{wave}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"supervisor", "crisis-manager"})
    public Response open(
            @PathParam("centerId") UUID centerId, @PathParam("wave") int wave, @FormParam("reason") String reason) {
        return attempt(centerId, () -> waves.open(centerId, wave, reason, caller.name()));
    }

    @POST
    @Path("calls/{contactId}/listen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("supervisor")
    public Response listen(@PathParam("centerId") UUID centerId, @PathParam("contactId") UUID contactId) {
        return attempt(
                centerId, () -> listening.listen(centerId, contactId, caller.name(), clearance.isCleared(centerId)));
    }

    @POST
    @Path("calls/{contactId}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("supervisor")
    public Response stop(@PathParam("centerId") UUID centerId, @PathParam("contactId") UUID contactId) {
        return attempt(centerId, () -> listening.stop(centerId, contactId, caller.name()));
    }

    private Response attempt(UUID centerId, Runnable act) {
        return console.take(
                Form.empty(),
                () -> {
                    act.run();
                    return console.to(path(centerId));
                },
                // nothing of it was entered on the board: there is no field to lead to
                form -> shown(
                        centerId,
                        form.failed(
                                form.problem(),
                                form.errors().stream()
                                        .map(error -> new Violation("", error.message()))
                                        .toList())));
    }

    static String path(UUID centerId) {
        return "/console/centers/" + centerId + "/board";
    }

    private void watched(UUID centerId) {
        if (caller.hasRole("supervisor")) {
            waves.watched(centerId, caller.name());
        }
    }

    private TemplateInstance shown(UUID centerId, Form form) {
        Locale locale = console.locale();
        boolean acts = caller.hasRole("supervisor");
        Map<String, TemplateInstance> parts =
                parts(centerId, acts ? caller.name() : null, clearance.isCleared(centerId));
        return Templates.board(
                path(centerId),
                html(parts.get("figures"), locale),
                html(parts.get("seats"), locale),
                html(parts.get("queues"), locale),
                html(parts.get("calls"), locale),
                html(parts.get("chats"), locale),
                waves.of(centerId),
                acts || caller.hasRole("crisis-manager"),
                form);
    }

    /** @param who supervises; null for somebody who only looks */
    private Map<String, TemplateInstance> parts(UUID centerId, String who, boolean cleared) {
        boolean acts = who != null;
        Board.View view = board.of(centerId);
        List<Inquiry> escalated = inquiries.escalated(centerId, MOST);
        Map<String, TemplateInstance> parts = new LinkedHashMap<>();
        parts.put("figures", Templates.figures(view, escalated.size()));
        parts.put("seats", Templates.boardseats(path(centerId), view.seats(), acts));
        parts.put("queues", Templates.boardqueues(view.queues()));
        parts.put("calls", Templates.boardcalls(path(centerId), view, who, cleared));
        parts.put(
                "chats",
                Templates.boardchats(
                        path(centerId),
                        chats.live(centerId),
                        chats.waiting(centerId, true).size(),
                        escalated,
                        acts));
        return parts;
    }

    private static RawString html(TemplateInstance part, Locale locale) {
        return new RawString(part.setLocale(locale).render());
    }
}
