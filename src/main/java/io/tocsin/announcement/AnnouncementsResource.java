package io.tocsin.announcement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Announcements of a center, from draft to completion. */
@Tag(name = "Announcements", description = "Sending a notice to an audience: drafted, approved, started, watched.")
@Path("/api/centers/{centerId}/announcements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class AnnouncementsResource {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int MOST = 100;

    private final AnnouncementService service;
    private final Announcements announcements;
    private final AnnouncementJournal journal;
    private final Counts counts;
    private final InFlight inFlight;
    private final Idempotency idempotency;
    private final Caller caller;

    AnnouncementsResource(
            AnnouncementService service,
            Announcements announcements,
            AnnouncementJournal journal,
            Counts counts,
            InFlight inFlight,
            Idempotency idempotency,
            Caller caller) {
        this.service = service;
        this.announcements = announcements;
        this.journal = journal;
        this.counts = counts;
        this.inFlight = inFlight;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<Announcement> announcements, UUID next) {}

    @GET
    @Operation(summary = "The center's announcements, newest first")
    public Page list(
            @PathParam("centerId") UUID centerId,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Announcement> found = announcements.page(centerId, after, size);
        return new Page(found, found.size() < size ? null : found.getLast().id());
    }

    @POST
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Draft an announcement; nothing is sent")
    public Response create(
            @PathParam("centerId") UUID centerId, AnnouncementDraft draft, @HeaderParam("Idempotency-Key") String key) {
        AnnouncementDraft wanted = given(draft);
        Idempotency.Answer answer = idempotency.once(caller.name(), key, wanted, () -> {
            Announcement made = service.create(centerId, wanted, null, caller.name());
            return new Idempotency.Answer(201, path(made), Json.tree(made));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .tag(Versions.tag(answer.body().path("version").asLong()))
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One announcement")
    public Response one(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return ok(announcements.get(centerId, id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Change a draft")
    public Response edit(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            AnnouncementDraft draft,
            @HeaderParam("If-Match") String ifMatch) {
        return ok(service.edit(centerId, id, given(draft), ifMatch, caller.name()));
    }

    /** @param override why it may go out although the linter has findings; null where there are none */
    public record Submission(String override) {}

    @POST
    @Path("{id}/submit")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Submit a draft for approval by a second person")
    public Response submit(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id, Submission submission) {
        return ok(service.submit(centerId, id, submission == null ? null : submission.override(), caller.name()));
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Approve it, as the second person")
    public Response approve(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return ok(service.approve(centerId, id, caller.name()));
    }

    /** @param reason why; goes on the record */
    public record Reason(String reason) {}

    @POST
    @Path("{id}/return")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "Take it back to draft; it then needs approval again")
    public Response back(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id, Reason reason) {
        return ok(service.backToDraft(centerId, id, reason == null ? null : reason.reason(), caller.name()));
    }

    /** @param at when it starts by itself */
    public record Schedule(Instant at) {}

    @POST
    @Path("{id}/schedule")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Let it start by itself at a time")
    public Response schedule(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id, Schedule schedule) {
        return ok(service.schedule(centerId, id, schedule == null ? null : schedule.at(), caller.name()));
    }

    @POST
    @Path("{id}/unschedule")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Let it no longer start by itself; it stays approved")
    public Response unschedule(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return ok(service.unschedule(centerId, id, caller.name()));
    }

    /** @param early why it may start before the center is open; null where it is open */
    public record Start(String early) {}

    @POST
    @Path("{id}/start")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Start it now")
    public Response start(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id, Start start) {
        Announcement started = service.start(centerId, id, start == null ? null : start.early(), caller.name());
        return Response.accepted(started)
                .location(URI.create(path(started) + "/progress"))
                .tag(Versions.tag(started.version()))
                .build();
    }

    /** @param inFlight messages that were on their way and whose outcome is not known yet; with 0 nothing leaves any more */
    public record Stopped(Announcement announcement, long inFlight) {}

    @POST
    @Path("{id}/pause")
    @RolesAllowed({"crisis-manager", "supervisor", "ops"})
    @Operation(summary = "Pause it; answers when nothing is on its way any more, or with how much is")
    public Stopped pause(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Announcement paused = service.pause(centerId, id, caller.name(), Phrase.of("Paused", "一時停止"));
        return new Stopped(paused, inFlight.await(id));
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Go on where it stopped")
    public Response resume(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return ok(service.resume(centerId, id, caller.name()));
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"crisis-manager", "ops"})
    @Operation(summary = "Cancel it for good; answers like pause")
    public Stopped cancel(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id, Reason reason) {
        Announcement cancelled = service.cancel(centerId, id, caller.name(), reason == null ? null : reason.reason());
        return new Stopped(cancelled, inFlight.await(id));
    }

    @GET
    @Path("{id}/journal")
    @Operation(summary = "Who moved it, and when")
    public List<AnnouncementJournal.Entry> journal(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return journal.of(announcements.get(centerId, id).id());
    }

    /** @param counts deliveries by state, all states named */
    public record Progress(AnnouncementState state, Phrase why, Map<DeliveryState, Long> counts, long total) {}

    @GET
    @Path("{id}/progress")
    @Operation(summary = "How far it is, in numbers")
    public Progress progress(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Announcement a = announcements.get(centerId, id);
        Map<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        // What is over is told to the last message; while it runs, a moment old will do.
        Map<DeliveryState, Long> found = (a.state().sends() ? counts.recent(id) : counts.now(id)).states();
        for (DeliveryState state : DeliveryState.values()) {
            all.put(state, found.getOrDefault(state, 0L));
        }
        return new Progress(
                a.state(), a.why(), all, all.values().stream().mapToLong(n -> n).sum());
    }

    @GET
    @Path("{id}/progress/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same as server-sent events, whenever it changes")
    public Multi<Progress> stream(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> progress(centerId, id))
                .skip()
                .repetitions();
    }

    private static AnnouncementDraft given(AnnouncementDraft draft) {
        if (draft == null) {
            throw Problem.invalid(
                    "announcement-invalid",
                    Phrase.of("Send the announcement as JSON.", "告知の内容を JSON で送ってください。"),
                    List.of());
        }
        return draft;
    }

    private static String path(Announcement a) {
        return "/api/centers/" + a.centerId() + "/announcements/" + a.id();
    }

    private static Response ok(Announcement a) {
        return Response.ok(a).tag(Versions.tag(a.version())).build();
    }
}
