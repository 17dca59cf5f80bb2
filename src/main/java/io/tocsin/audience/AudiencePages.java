package io.tocsin.audience;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Whom the center must reach: audiences, each with its people, imports and segments. */
@Path("/console/centers/{centerId}/audiences")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
@Blocking
class AudiencePages {
    private final Audiences audiences;
    private final Segments segments;
    private final SavedSegments saved;
    private final KnownValues known;
    private final ImportTable table;
    private final ImportUploads uploads;
    private final Centers centers;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    AudiencePages(
            Audiences audiences,
            Segments segments,
            SavedSegments saved,
            KnownValues known,
            ImportTable table,
            ImportUploads uploads,
            Centers centers,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.audiences = audiences;
        this.segments = segments;
        this.saved = saved;
        this.known = known;
        this.table = table;
        this.uploads = uploads;
        this.centers = centers;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "audience")
    static class Templates {
        static native TemplateInstance list(UUID centerId, List<Line> audiences, boolean mayManage);

        static native TemplateInstance draft(UUID centerId, Form form);

        static native TemplateInstance one(
                Audience audience,
                Segments.Count count,
                List<ImportProgress> imports,
                List<Named> segments,
                KnownValues.Values known,
                Form form,
                boolean mayManage);
    }

    /** @param last null where nothing was imported yet */
    record Line(Audience audience, long people, ImportProgress last) {}

    /** A segment with whom it has now. */
    record Named(SavedSegment segment, Phrase words, Segments.Count count) {}

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID centerId) {
        List<Line> lines = audiences.of(centerId).stream()
                .map(a -> new Line(
                        a,
                        segments.count(a.id(), Segment.everybody()).recipients(),
                        table.of(a.id()).stream()
                                .findFirst()
                                .map(ImportProgress::of)
                                .orElse(null)))
                .toList();
        return console.page(Templates.list(centerId, lines, manages()));
    }

    @GET
    @Path("new")
    @RolesAllowed("crisis-manager")
    public TemplateInstance draft(@PathParam("centerId") UUID centerId) {
        IncidentCenter center = centers.get(centerId);
        return console.page(Templates.draft(
                centerId,
                Form.with(Map.of(
                        "country",
                        center.country(),
                        "language",
                        center.languages().getFirst()))));
    }

    /** Makes the audience and takes its first list in one go; how the list is read is looked at next. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @RolesAllowed("crisis-manager")
    public Response create(
            @PathParam("centerId") UUID centerId,
            @RestForm String name,
            @RestForm String country,
            @RestForm String language,
            @RestForm String timeZone,
            @RestForm FileUpload file) {
        Form form = Form.with(Map.of(
                "name", given(name), "country", given(country), "language", given(language), "zone", given(timeZone)));
        String zoneOrNone = form.value("zone").isEmpty() ? null : form.value("zone");
        return console.take(
                form,
                () -> {
                    List<Violation> wrong = new ArrayList<>(Audiences.wrong(
                            form.value("name"), form.value("country"), form.value("language"), zoneOrNone));
                    wrong.addAll(ImportUploads.wrong(file));
                    if (!wrong.isEmpty()) {
                        throw Audiences.invalid(wrong);
                    }
                    Audience made = audiences.create(
                            centerId,
                            form.value("name"),
                            form.value("country"),
                            form.value("language"),
                            zoneOrNone,
                            caller.name());
                    return console.to(
                            ImportProgress.of(uploads.take(made, file)).path());
                },
                failed -> Templates.draft(centerId, failed));
    }

    @GET
    @Path("{audienceId}")
    public TemplateInstance one(@PathParam("centerId") UUID centerId, @PathParam("audienceId") UUID audienceId) {
        return console.page(shown(audiences.get(centerId, audienceId), Form.empty()));
    }

    /** A further list, or corrected rows of an earlier one. */
    @POST
    @Path("{audienceId}/imports")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @RolesAllowed("crisis-manager")
    public Response bring(
            @PathParam("centerId") UUID centerId, @PathParam("audienceId") UUID audienceId, @RestForm FileUpload file) {
        Audience audience = audiences.get(centerId, audienceId);
        return console.take(
                Form.empty(),
                () -> {
                    List<Violation> wrong = ImportUploads.wrong(file);
                    if (!wrong.isEmpty()) {
                        throw Audiences.invalid(wrong);
                    }
                    return console.to(
                            ImportProgress.of(uploads.take(audience, file)).path());
                },
                failed -> shown(audience, failed));
    }

    TemplateInstance shown(Audience audience, Form form) {
        List<Named> named = saved.of(audience.id()).stream()
                .map(s -> new Named(
                        s, SegmentWords.of(s.criteria()), segments.count(audience.id(), Segment.of(s.criteria()))))
                .toList();
        return Templates.one(
                audience,
                segments.count(audience.id(), Segment.everybody()),
                table.of(audience.id()).stream().map(ImportProgress::of).toList(),
                named,
                known.of(audience.id()),
                form,
                manages());
    }

    private boolean manages() {
        return identity.hasRole("crisis-manager");
    }

    private static String given(String value) {
        return value == null ? "" : value;
    }
}
