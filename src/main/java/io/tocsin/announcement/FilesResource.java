package io.tocsin.announcement;

import io.tocsin.center.CenterTexts;
import io.tocsin.notice.Channel;
import io.tocsin.notice.NoticeRenderer;
import io.tocsin.notice.NoticeTemplate;
import io.tocsin.notice.RenderedNotice;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What goes out by other hands: the printer's file, and texts for the press and for social media. */
@Tag(name = "Announcements")
@Path("/api/centers/{centerId}/announcements/{id}")
@RolesAllowed("crisis-manager")
class FilesResource {
    private final Announcements announcements;
    private final Letters letters;
    private final Estimates estimates;
    private final TextsOfAnnouncements texts;
    private final AuditLog audit;
    private final Caller caller;

    FilesResource(
            Announcements announcements,
            Letters letters,
            Estimates estimates,
            TextsOfAnnouncements texts,
            AuditLog audit,
            Caller caller) {
        this.announcements = announcements;
        this.letters = letters;
        this.estimates = estimates;
        this.texts = texts;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Path("letters.csv")
    @Produces("text/csv")
    @Transactional
    @Operation(summary = "The letters, one row each, for the printer")
    public Response letters(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Announcement a = announcements.get(centerId, id);
        if (a.startedAt() == null) {
            throw Problem.conflict(
                    "not-started",
                    Phrase.of("Letters exist once the announcement was started.", "郵送データは告知の開始後に作成されます。"));
        }
        audit.record(caller.name(), "letters.downloaded", "announcement " + id, centerId, Map.of());
        StreamingOutput file = out -> letters.write(a, out);
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"letters-" + id + ".csv\"")
                .build();
    }

    /** @param letters that are on their way now */
    public record HandedOver(int letters) {}

    @POST
    @Path("letters/handed-over")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "The printer has the letters: they count as sent")
    public HandedOver handedOver(@PathParam("centerId") UUID centerId, @PathParam("id") UUID id) {
        Announcement a = announcements.get(centerId, id);
        int count = letters.handedOver(a);
        audit.record(caller.name(), "letters.handed-over", "announcement " + id, centerId, Map.of("letters", count));
        return new HandedOver(count);
    }

    @GET
    @Path("files/{channel}/{language}")
    @Produces("text/plain; charset=utf-8")
    @Operation(summary = "The text for press, social or web, ready to hand on")
    public Response text(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @PathParam("channel") String channelName,
            @PathParam("language") String language) {
        Announcement a = announcements.get(centerId, id);
        CenterTexts.Texts center =
                texts.of(centerId, a.notice(), estimates.factsVersion(a)).center();
        NoticeTemplate template = Channel.of(channelName)
                .flatMap(channel -> center.templates().find(a.notice(), channel, language))
                .filter(t -> center.words().containsKey(language))
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("The pack has no such text for this center.", "パックにこのセンター用の該当する文がありません。")));
        RenderedNotice rendered = NoticeRenderer.render(template, center.words().get(language));
        String file = a.notice() + "." + channelName + "." + language + ".txt";
        return Response.ok(
                        rendered.subject().isEmpty() ? rendered.body() : rendered.subject() + "\n\n" + rendered.body())
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }
}
