package io.tocsin.audience;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.function.BiConsumer;

/** A list on its way into an audience: how it would be read, corrected by hand, started, watched, its result. */
@Path("/console/centers/{centerId}/audiences/{audienceId}/imports/{importId}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class ImportPages {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Audiences audiences;
    private final Imports imports;
    private final ImportTable table;
    private final ImportWorker worker;
    private final SetAsideRows setAside;
    private final SetAsideFile file;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    ImportPages(
            Audiences audiences,
            Imports imports,
            ImportTable table,
            ImportWorker worker,
            SetAsideRows setAside,
            SetAsideFile file,
            SecurityIdentity identity,
            Caller caller,
            Console console) {
        this.audiences = audiences;
        this.imports = imports;
        this.table = table;
        this.worker = worker;
        this.setAside = setAside;
        this.file = file;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "audience")
    static class Templates {
        static native TemplateInstance imported(
                Audience audience,
                ImportProgress progress,
                MappingForm mapping,
                Phrase unreadable,
                List<SetAsideRows.Reason> reasons,
                Form form,
                boolean mayManage);

        static native TemplateInstance progress(ImportProgress progress);

        static native TemplateInstance go(String path);
    }

    @GET
    public TemplateInstance one(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId) {
        return console.page(shown(audiences.get(centerId, audienceId), importId, Form.empty()));
    }

    /** The columns as they were chosen; {@code act} says whether the import starts with them. */
    @POST
    @Path("mapping")
    @RolesAllowed("crisis-manager")
    public Response correct(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId,
            MultivaluedMap<String, String> given) {
        return taken(centerId, audienceId, importId, given, (audience, form) -> {
            Mapping mapping = MappingForm.read(imports.preview(audience, importId), form);
            imports.correct(audience, importId, mapping, form.seen());
            if (form.value("act").equals("start")) {
                imports.start(audience, importId, caller.name());
                worker.wake();
            }
        });
    }

    /** The file read with other characters, another delimiter or another row of headings. */
    @POST
    @Path("reading")
    @RolesAllowed("crisis-manager")
    public Response reread(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId,
            MultivaluedMap<String, String> given) {
        return taken(centerId, audienceId, importId, given, (audience, form) -> {
            Integer header = form.number("headerRow");
            imports.reread(
                    audience,
                    importId,
                    form.value("encoding").isEmpty() ? null : form.value("encoding"),
                    form.value("delimiter").isEmpty() ? null : delimiter(form.value("delimiter")),
                    header == null ? 0 : header,
                    form.seen());
        });
    }

    private Response taken(
            UUID centerId,
            UUID audienceId,
            UUID importId,
            MultivaluedMap<String, String> given,
            BiConsumer<Audience, Form> act) {
        Audience audience = audiences.get(centerId, audienceId);
        AudienceImport known = table.get(audienceId, importId);
        return console.take(
                Form.of(given),
                form -> act.accept(audience, form),
                ImportProgress.of(known).path(),
                failed -> shown(audience, importId, failed));
    }

    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId,
            @Context Sse sse) {
        table.get(audiences.get(centerId, audienceId).id(), importId);
        return Live.stream(sse, console.locale(), EVERY, () -> {
            ImportProgress progress = ImportProgress.of(table.get(audienceId, importId));
            // the result is a page of its own
            return progress.over()
                    ? Map.of("go", Templates.go(progress.path()))
                    : Map.of("progress", Templates.progress(progress));
        });
    }

    @GET
    @Path("set-aside")
    @Produces("text/csv")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("crisis-manager")
    public Response setAside(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId) {
        return file.of(
                audiences.get(centerId, audienceId),
                importId,
                console.locale().getLanguage().equals("ja"));
    }

    private TemplateInstance shown(Audience audience, UUID importId, Form form) {
        AudienceImport known = table.get(audience.id(), importId);
        boolean manages = identity.hasRole("crisis-manager");
        boolean waits = known.state() == AudienceImport.State.UPLOADED;
        MappingForm mapping = null;
        Phrase unreadable = null;
        if (waits) {
            try {
                mapping = MappingForm.of(imports.preview(audience, importId), form, manages);
            } catch (ProblemException e) {
                unreadable = e.problem().detail();
            }
        }
        return Templates.imported(
                audience,
                ImportProgress.of(known),
                mapping,
                unreadable,
                waits ? List.of() : setAside.reasons(importId),
                form,
                manages);
    }

    /** A tab cannot be a choice's value: browsers may change it. */
    private static String delimiter(String chosen) {
        return chosen.equals("tab") ? "\t" : chosen;
    }
}
