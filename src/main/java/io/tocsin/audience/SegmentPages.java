package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
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

/** Segments of an audience: counted while they are described, kept under a name, forgotten. */
@Path("/console/centers/{centerId}/audiences/{audienceId}/segments")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("crisis-manager")
class SegmentPages {
    private final Audiences audiences;
    private final AudiencePages pages;
    private final Segments segments;
    private final SavedSegments saved;
    private final Caller caller;
    private final Console console;

    SegmentPages(
            Audiences audiences,
            AudiencePages pages,
            Segments segments,
            SavedSegments saved,
            Caller caller,
            Console console) {
        this.audiences = audiences;
        this.pages = pages;
        this.segments = segments;
        this.saved = saved;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "audience")
    static class Templates {
        static native TemplateInstance count(Phrase words, Segments.Count count, List<Violation> wrong);
    }

    /** How many people the form as it is would select. */
    @POST
    @Path("count")
    public TemplateInstance count(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            MultivaluedMap<String, String> given) {
        Audience audience = audiences.get(centerId, audienceId);
        JsonNode criteria = SegmentForm.read(Form.of(given));
        try {
            Segments.Count count = segments.count(audience.id(), Segment.of(criteria));
            return console.part(Templates.count(SegmentWords.of(criteria), count, List.of()));
        } catch (ProblemException e) {
            return console.part(Templates.count(null, null, e.problem().violations()));
        }
    }

    @POST
    public Response create(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            MultivaluedMap<String, String> given) {
        Audience audience = audiences.get(centerId, audienceId);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    Segment segment = Segment.of(SegmentForm.read(form));
                    if (segment.equals(Segment.everybody())) {
                        throw noCondition();
                    }
                    saved.create(audience, form.value("name"), segment, caller.name());
                    return console.to(path(centerId, audienceId) + "#segments");
                },
                failed -> pages.shown(audience, failed));
    }

    @POST
    @Path("{segmentId}/delete")
    public Response delete(
            @PathParam("centerId") UUID centerId,
            @PathParam("audienceId") UUID audienceId,
            @PathParam("segmentId") UUID segmentId) {
        saved.delete(centerId, segmentId, caller.name());
        return console.to(path(centerId, audienceId) + "#segments");
    }

    private static ProblemException noCondition() {
        Phrase say = Phrase.of(
                "Give at least one condition: everybody can be chosen without a segment.",
                "条件を一つ以上指定してください。全員は対象範囲なしで選べます。");
        return Problem.invalid("segment-invalid", say, List.of(new Violation("model", say)));
    }

    private static String path(UUID centerId, UUID audienceId) {
        return "/console/centers/" + centerId + "/audiences/" + audienceId;
    }
}
