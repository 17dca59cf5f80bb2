package io.tocsin.announcement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.audience.WhomChoice;
import io.tocsin.center.CenterTexts;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Announcements while they are written: drafted, edited, given another pace, corrected by a new one. */
@Path("/console/centers/{centerId}/announcements")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("crisis-manager")
class DraftPages {
    private final AnnouncementService service;
    private final Announcements announcements;
    private final AnnouncementPages pages;
    private final Corrections corrections;
    private final Estimates estimates;
    private final TextsOfAnnouncements texts;
    private final WhomChoice choice;
    private final Caller caller;
    private final Console console;

    DraftPages(
            AnnouncementService service,
            Announcements announcements,
            AnnouncementPages pages,
            Corrections corrections,
            Estimates estimates,
            TextsOfAnnouncements texts,
            WhomChoice choice,
            Caller caller,
            Console console) {
        this.service = service;
        this.announcements = announcements;
        this.pages = pages;
        this.corrections = corrections;
        this.estimates = estimates;
        this.texts = texts;
        this.choice = choice;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "announcement")
    static class Templates {
        static native TemplateInstance draft(
                UUID centerId, Announcement before, List<WhomChoice.Group> audiences, List<String> notices, Form form);
    }

    /** @param whom id of an audience or a segment to begin with */
    @GET
    @Path("new")
    public TemplateInstance draft(@PathParam("centerId") UUID centerId, @QueryParam("whom") String whom) {
        Form form = Form.with(Map.of("failureLimit", "15", "notice", "notice", "audience", whom == null ? "" : whom));
        return console.page(shown(centerId, null, form));
    }

    @POST
    public Response create(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    AnnouncementDraft draft = AnnouncementForm.read(form, choice, centerId, null);
                    return to(service.create(centerId, draft, null, caller.name()));
                },
                failed -> shown(centerId, null, failed));
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Announcement a = announcements.get(centerId, id);
        return console.page(shown(centerId, a, AnnouncementForm.of(a, choice)));
    }

    @POST
    @Path("{id}/edit")
    public Response change(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Announcement a = announcements.get(centerId, id);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    AnnouncementDraft draft = AnnouncementForm.read(form, choice, centerId, a);
                    return to(service.edit(centerId, id, draft, form.seen(), caller.name()));
                },
                failed -> shown(centerId, a, failed));
    }

    /** Takes the pace that the seats can answer, or another. */
    @POST
    @Path("{id}/pace")
    public Response pace(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, MultivaluedMap<String, String> given) {
        Announcement a = announcements.get(centerId, id);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    AnnouncementDraft paced = AnnouncementDraft.of(a).paced(form.number("pacedPerMinute"));
                    return to(service.edit(centerId, id, paced, form.seen(), caller.name()));
                },
                failed -> pages.shown(centerId, id, failed));
    }

    /** One click: a draft to those who heard the old facts from this announcement. */
    @POST
    @Path("{id}/correction")
    public Response correct(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return console.take(
                Form.empty(),
                () -> to(corrections.draft(centerId, id, caller.name())),
                failed -> pages.shown(centerId, id, failed));
    }

    private TemplateInstance shown(UUID centerId, Announcement before, Form form) {
        return Templates.draft(centerId, before, choice.of(centerId), notices(centerId, before), form);
    }

    /** What can be sent to a person; the usual one where the center's texts cannot be filled in yet. */
    private List<String> notices(UUID centerId, Announcement before) {
        String wanted = before == null ? "notice" : before.notice();
        try {
            CenterTexts.Texts center =
                    texts.of(centerId, wanted, estimates.newestFacts(centerId)).center();
            List<String> names = center.templates().in(center.languages()).stream()
                    .filter(t -> AnnouncementForm.CHANNELS.contains(t.channel()))
                    .map(t -> t.name())
                    .distinct()
                    .sorted()
                    .toList();
            return names.isEmpty() ? List.of(wanted) : names;
        } catch (ProblemException notYet) {
            return List.of(wanted);
        }
    }

    private Response to(Announcement a) {
        return console.to("/console/centers/" + a.centerId() + "/announcements/" + a.id());
    }
}
