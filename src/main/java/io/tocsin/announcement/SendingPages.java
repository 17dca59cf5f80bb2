package io.tocsin.announcement;

import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What people press on the page of an announcement. Where it is refused, the page says why and keeps what was typed. */
@Path("/console/centers/{centerId}/announcements/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("crisis-manager")
class SendingPages {
    private final AnnouncementService service;
    private final Announcements announcements;
    private final AnnouncementPages pages;
    private final AnnouncementViews views;
    private final StaffTest staffTest;
    private final RecipientPreviews previews;
    private final Caller caller;
    private final Console console;

    SendingPages(
            AnnouncementService service,
            Announcements announcements,
            AnnouncementPages pages,
            AnnouncementViews views,
            StaffTest staffTest,
            RecipientPreviews previews,
            Caller caller,
            Console console) {
        this.service = service;
        this.announcements = announcements;
        this.pages = pages;
        this.views = views;
        this.staffTest = staffTest;
        this.previews = previews;
        this.caller = caller;
        this.console = console;
    }

    /** Sends it to staff, in every language, before anybody else gets it. */
    @POST
    @Path("test")
    public Response test(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Announcement a = announcements.get(centerId, id);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    var staff = new StaffTest.Staff(
                            AnnouncementForm.lines(form.value("phones")), AnnouncementForm.lines(form.value("emails")));
                    var tested = staffTest.send(a, staff, caller.name());
                    return console.shown(
                            AnnouncementPages.Templates.one(views.of(centerId, id), tested, List.of(), form));
                },
                failed -> pages.shown(centerId, id, failed));
    }

    /** As one recipient would read it; the number or address travels in the form, never in an address of ours. */
    @POST
    @Path("preview")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response preview(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Announcement a = announcements.get(centerId, id);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> console.shown(AnnouncementPages.Templates.one(
                        views.of(centerId, id),
                        List.of(),
                        previews.of(a, previews.having(a, form.value("contact"))),
                        form)),
                failed -> pages.shown(centerId, id, failed));
    }

    @POST
    @Path("submit")
    public Response submit(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.submit(centerId, id, reason(form), caller.name()));
    }

    @POST
    @Path("approve")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response approve(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.approve(centerId, id, caller.name()));
    }

    @POST
    @Path("return")
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response back(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.backToDraft(centerId, id, reason(form), caller.name()));
    }

    @POST
    @Path("schedule")
    public Response schedule(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.schedule(centerId, id, form.moment("at"), caller.name()));
    }

    @POST
    @Path("unschedule")
    public Response unschedule(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.unschedule(centerId, id, caller.name()));
    }

    @POST
    @Path("start")
    public Response start(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.start(centerId, id, reason(form), caller.name()));
    }

    @POST
    @Path("pause")
    @RolesAllowed({"crisis-manager", "supervisor", "ops"})
    public Response pause(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(
                centerId, id, given, form -> service.pause(centerId, id, caller.name(), Phrase.of("Paused", "一時停止")));
    }

    @POST
    @Path("resume")
    public Response resume(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.resume(centerId, id, caller.name()));
    }

    @POST
    @Path("cancel")
    @RolesAllowed({"crisis-manager", "ops"})
    public Response cancel(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> service.cancel(centerId, id, caller.name(), reason(form)));
    }

    private Response taken(UUID centerId, UUID id, MultivaluedMap<String, String> given, Consumer<Form> move) {
        announcements.get(centerId, id);
        return console.take(
                Form.of(given),
                move,
                "/console/centers/" + centerId + "/announcements/" + id,
                failed -> pages.shown(centerId, id, failed));
    }

    /** Null where none was given. */
    private static String reason(Form form) {
        return form.value("reason").isEmpty() ? null : form.value("reason");
    }
}
