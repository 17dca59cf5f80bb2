package io.tocsin.announcement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.audience.Audience;
import io.tocsin.audience.Audiences;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import io.tocsin.platform.Caller;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Announcements in the console, from draft to result. */
@Path("/console/centers/{centerId}/announcements")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("crisis-manager")
class AnnouncementPages {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST = 100;

    private final AnnouncementService service;
    private final Announcements announcements;
    private final AnnouncementJournal journal;
    private final Estimates estimates;
    private final StaffTest staffTest;
    private final Counts counts;
    private final Audiences audiences;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    AnnouncementPages(
            AnnouncementService service,
            Announcements announcements,
            AnnouncementJournal journal,
            Estimates estimates,
            StaffTest staffTest,
            Counts counts,
            Audiences audiences,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.service = service;
        this.announcements = announcements;
        this.journal = journal;
        this.estimates = estimates;
        this.staffTest = staffTest;
        this.counts = counts;
        this.audiences = audiences;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "announcement")
    static class Templates {
        static native TemplateInstance list(UUID centerId, List<Announcement> announcements, boolean mayDraft);

        static native TemplateInstance draft(UUID centerId, List<Audience> audiences, Form form);

        static native TemplateInstance one(
                Announcement a,
                Estimate estimate,
                SendProgress progress,
                List<AnnouncementJournal.Entry> journal,
                List<StaffTest.Result> tested,
                Form form,
                Rights rights);

        static native TemplateInstance progress(SendProgress progress);
    }

    /** What this person may press. */
    record Rights(boolean write, boolean approve, boolean pause, boolean cancel) {}

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    public TemplateInstance list(@PathParam("centerId") UUID centerId) {
        return console.page(
                Templates.list(centerId, announcements.page(centerId, null, MOST), identity.hasRole("crisis-manager")));
    }

    @GET
    @Path("new")
    public TemplateInstance draft(@PathParam("centerId") UUID centerId) {
        Form form = Form.with(Map.of("failureLimit", "15"));
        return console.page(Templates.draft(centerId, audiences.of(centerId), form));
    }

    @POST
    public Response create(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        try {
            Announcement made = service.create(centerId, AnnouncementForm.read(form), null, caller.name());
            return to(centerId, made.id());
        } catch (ProblemException e) {
            return console.wrong(Templates.draft(
                    centerId,
                    audiences.of(centerId),
                    form.failed(e.problem().detail(), e.problem().violations())));
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    public TemplateInstance one(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return console.page(shown(centerId, id, Form.empty(), List.of()));
    }

    @GET
    @Path("{id}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @Context Sse sse) {
        announcements.get(centerId, id);
        return Live.stream(
                sse,
                console.locale(),
                EVERY,
                () -> Map.of("progress", Templates.progress(progress(announcements.get(centerId, id)))));
    }

    /** Sends it to staff, in every language, before anybody else gets it. */
    @POST
    @Path("{id}/test")
    public Response test(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        try {
            List<StaffTest.Result> tested = staffTest.send(
                    announcements.get(centerId, id),
                    new DeliveriesResource.Staff(
                            AnnouncementForm.lines(form.value("phones")), AnnouncementForm.lines(form.value("emails"))),
                    caller.name());
            return Response.ok(console.page(shown(centerId, id, form, tested)).render())
                    .build();
        } catch (ProblemException e) {
            return console.wrong(shown(
                    centerId, id, form.failed(e.problem().detail(), e.problem().violations()), List.of()));
        }
    }

    /** What only its author's side does: submit, start, resume. @param reason where one is needed */
    @POST
    @Path("{id}/write")
    public Response write(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        String reason = form.value("reason").isEmpty() ? null : form.value("reason");
        try {
            switch (form.value("act")) {
                case "start" -> service.start(centerId, id, reason, caller.name());
                case "resume" -> service.resume(centerId, id, caller.name());
                default -> service.submit(centerId, id, reason, caller.name());
            }
            return to(centerId, id);
        } catch (ProblemException e) {
            if (e.problem().status() == 404) {
                throw e;
            }
            return console.wrong(shown(
                    centerId, id, form.failed(e.problem().detail(), e.problem().violations()), List.of()));
        }
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response approve(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        service.approve(centerId, id, caller.name());
        return to(centerId, id);
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response back(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @FormParam("reason") String reason) {
        service.backToDraft(centerId, id, reason, caller.name());
        return to(centerId, id);
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed({"crisis-manager", "supervisor", "ops"})
    public Response pause(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        service.pause(centerId, id, caller.name(), Phrase.of("Paused", "一時停止"));
        return to(centerId, id);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"crisis-manager", "ops"})
    public Response cancel(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @FormParam("reason") String reason) {
        service.cancel(centerId, id, caller.name(), reason);
        return to(centerId, id);
    }

    private TemplateInstance shown(UUID centerId, UUID id, Form form, List<StaffTest.Result> tested) {
        Announcement a = announcements.get(centerId, id);
        boolean begun = a.startedAt() != null || a.state() == AnnouncementState.CANCELLED;
        boolean manages = identity.hasRole("crisis-manager");
        boolean supervises = identity.hasRole("supervisor");
        return Templates.one(
                a,
                begun ? null : estimate(a),
                begun ? progress(a) : null,
                journal.of(id).reversed(),
                tested,
                form,
                new Rights(
                        manages,
                        manages || supervises,
                        manages || supervises || identity.hasRole("ops"),
                        manages || identity.hasRole("ops")));
    }

    /** Nothing where the center cannot name a number yet: then there is nothing to estimate. */
    private Estimate estimate(Announcement a) {
        try {
            return estimates.of(a);
        } catch (ProblemException e) {
            return null;
        }
    }

    private SendProgress progress(Announcement a) {
        Counts.Standing standing = a.state().sends() ? counts.recent(a.id()) : counts.now(a.id());
        return SendProgress.of(a, standing.states());
    }

    private Response to(UUID centerId, UUID id) {
        return console.to("/console/centers/" + centerId + "/announcements/" + id);
    }
}
