package io.tocsin.announcement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Announcements in the console: all of a center, and one with how it stands. */
@Path("/console/centers/{centerId}/announcements")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class AnnouncementPages {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST = 100;

    private final Announcements announcements;
    private final AnnouncementViews views;
    private final Corrections corrections;
    private final SecurityIdentity identity;
    private final Console console;

    AnnouncementPages(
            Announcements announcements,
            AnnouncementViews views,
            Corrections corrections,
            SecurityIdentity identity,
            Console console) {
        this.announcements = announcements;
        this.views = views;
        this.corrections = corrections;
        this.identity = identity;
        this.console = console;
    }

    @CheckedTemplate(basePath = "announcement")
    static class Templates {
        static native TemplateInstance list(UUID centerId, List<Line> announcements, long heardOlder, boolean mayDraft);

        static native TemplateInstance one(
                AnnouncementView view, List<StaffTest.Result> tested, List<Estimate.Sample> preview, Form form);

        static native TemplateInstance progress(SendProgress progress);
    }

    record Line(Announcement a, String tone) {}

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID centerId) {
        List<Line> lines = announcements.page(centerId, null, MOST).stream()
                .map(a -> new Line(a, SendProgress.tone(a.state())))
                .toList();
        return console.page(
                Templates.list(centerId, lines, corrections.count(centerId), identity.hasRole("crisis-manager")));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return console.page(shown(centerId, id, Form.empty()));
    }

    @GET
    @Path("{id}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @Context Sse sse) {
        announcements.get(centerId, id);
        return Live.stream(
                sse,
                console.locale(),
                EVERY,
                () -> Map.of("progress", Templates.progress(views.progress(announcements.get(centerId, id)))));
    }

    /** The page of one announcement, with a form of it as it was filled in. */
    TemplateInstance shown(UUID centerId, UUID id, Form form) {
        return Templates.one(views.of(centerId, id), List.of(), List.of(), form);
    }
}
