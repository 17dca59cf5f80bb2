package io.tocsin.audience;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Lists on their way into an audience: send, look how it would be read, correct, start, watch. */
@Tag(name = "Imports", description = "Lists of people, from a file to an audience.")
@Path("/api/centers/{centerId}/audiences/{audienceId}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ImportsResource {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int MOST_PARTS = 1_000;

    private final Audiences audiences;
    private final Imports imports;
    private final ImportTable table;
    private final SetAsideFile file;
    private final ImportWorker worker;
    private final Caller caller;

    ImportsResource(
            Audiences audiences,
            Imports imports,
            ImportTable table,
            SetAsideFile file,
            ImportWorker worker,
            Caller caller) {
        this.audiences = audiences;
        this.imports = imports;
        this.table = table;
        this.file = file;
        this.worker = worker;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "The audience's imports, newest first")
    public List<AudienceImport> list(@PathParam("centerId") UUID centerId, @PathParam("audienceId") UUID audienceId) {
        return table.of(audiences.get(centerId, audienceId).id());
    }

    /** Lists of more than 50 MB are sent in parts: the first here, the others to {@code parts/2}, {@code parts/3}, … */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Send a list (CSV or XLSX), or its first part; nothing is imported yet")
    public Response create(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @QueryParam("file") String file,
            @HeaderParam("Idempotency-Key") String key,
            InputStream content) {
        Audience audience = audiences.get(centerId, audienceId);
        String name = file == null || file.isBlank() ? "list" : file.strip();
        AudienceImport made =
                imports.create(audience, name.substring(0, Math.min(200, name.length())), content, caller.name(), key);
        return Response.created(
                        URI.create("/api/centers/" + centerId + "/audiences/" + audienceId + "/imports/" + made.id()))
                .tag(Versions.tag(made.version()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{importId}/parts/{number}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Send a further part of a long list; sending it again replaces it")
    public AudienceImport part(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId,
            @PathParam("number") String number,
            InputStream content) {
        Audience audience = audiences.get(centerId, audienceId);
        if (!number.matches("[1-9][0-9]{0,3}") || Integer.parseInt(number) > MOST_PARTS) {
            throw Problem.invalid(
                    "part-number",
                    Phrase.of("Number the parts from 1 to %d.", "パートの番号は 1 から %d までです。")
                            .with(MOST_PARTS),
                    List.of());
        }
        return imports.part(audience, importId, Integer.parseInt(number), content);
    }

    @GET
    @Path("{importId}")
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "How far an import is")
    public AudienceImport get(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId) {
        return table.get(audiences.get(centerId, audienceId).id(), importId);
    }

    @GET
    @Path("{importId}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "The same as server-sent events, until it is done")
    public Multi<AudienceImport> stream(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId) {
        table.get(audiences.get(centerId, audienceId).id(), importId);
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> table.get(audienceId, importId))
                .skip()
                .repetitions()
                .select()
                .first(seen -> {
                    // the last state is told, too
                    return seen.endedAt() == null;
                })
                .onCompletion()
                .continueWith(() -> List.of(table.get(audienceId, importId)).iterator());
    }

    @GET
    @Path("{importId}/mapping")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "How the list would be read, with samples; a guess until it is corrected")
    public Response mapping(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId) {
        Imports.Preview preview = imports.preview(audiences.get(centerId, audienceId), importId);
        return Response.ok(preview).tag(Versions.tag(preview.version())).build();
    }

    @PUT
    @Path("{importId}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Correct how the list is read")
    public Response correct(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId,
            Mapping mapping,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Audience audience = audiences.get(centerId, audienceId);
        if (mapping == null || mapping.format() == null) {
            throw Problem.invalid(
                    "mapping-invalid",
                    Phrase.of("Send the mapping as you got it, corrected.", "取得したマッピングを修正して送ってください。"),
                    List.of());
        }
        imports.correct(audience, importId, mapping, ifMatch);
        return mapping(centerId, audienceId, importId);
    }

    @POST
    @Path("{importId}/start")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Start the import; asking again changes nothing")
    public Response start(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId) {
        AudienceImport started = imports.start(audiences.get(centerId, audienceId), importId, caller.name());
        worker.wake();
        return Response.accepted(started)
                .location(URI.create("/api/centers/" + centerId + "/audiences/" + audienceId + "/imports/" + importId))
                .build();
    }

    @GET
    @Path("{importId}/set-aside")
    @Produces("text/csv")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Rows that were set aside, with reasons, as a CSV that opens in a spreadsheet")
    public Response setAside(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("importId") UUID importId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return file.of(audiences.get(centerId, audienceId), importId, languages != null && languages.startsWith("ja"));
    }
}
