package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.Phrase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What people wrote, for agents between calls: the list, and one inquiry with what may be done about it. */
@Path("/console/centers/{centerId}/desk/written")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"agent", "supervisor"})
class WrittenPages {
    private final Workplace place;
    private final WrittenDesk desk;
    private final Console console;
    private final Clock clock;

    WrittenPages(Workplace place, WrittenDesk desk, Console console, Clock clock) {
        this.place = place;
        this.desk = desk;
        this.console = console;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance written(String path, String desk, List<WrittenDesk.Line> lines, Phrase said);

        static native TemplateInstance writtenone(String list, WrittenDesk.View view, Phrase said);
    }

    static String path(UUID centerId) {
        return DeskPages.path(centerId) + "/written";
    }

    /** What is said above the page after something was done. */
    enum Said {
        ANSWERED(Phrase.of(
                "Your answer goes out by e-mail. Now put the contact on record.", "回答をメールで送信します。続けて対応を記録してください。")),
        MASKED(Phrase.of(
                "Done. What looks like personal data was masked in what is kept.",
                "完了しました。保存する内容のうち個人情報と思われる部分は伏せました。")),
        RECORDED(Phrase.of("Recorded.", "記録しました。")),
        BACK(Phrase.of("It waits for a colleague now.", "他の担当者の対応待ちに戻しました。"));

        private final Phrase words;

        Said(Phrase words) {
            this.words = words;
        }

        static Phrase words(String name) {
            for (Said said : values()) {
                if (said.name().equals(name)) {
                    return said.words;
                }
            }
            return null;
        }
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance list(@PathParam("centerId") UUID centerId, @QueryParam("said") String said) {
        DeskSeat seat = place.acting(centerId);
        return console.page(
                Templates.written(path(centerId), DeskPages.path(centerId), desk.list(seat), Said.words(said)));
    }

    @GET
    @Path("{inquiryId}")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance one(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, @QueryParam("said") String said) {
        return console.page(page(centerId, id, Form.empty(), Said.words(said)));
    }

    private TemplateInstance page(UUID centerId, UUID id, Form form, Phrase said) {
        return Templates.writtenone(path(centerId), desk.of(place.acting(centerId), id, form), said);
    }

    @POST
    @Path("{inquiryId}/take")
    public Response take(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        return attempt(centerId, id, Form.empty(), () -> {
            desk.take(place.acting(centerId), id);
            return console.to(path(centerId) + "/" + id);
        });
    }

    @POST
    @Path("{inquiryId}/put-back")
    public Response putBack(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        return attempt(centerId, id, Form.empty(), () -> {
            desk.putBack(place.acting(centerId), id);
            return console.to(path(centerId) + "?said=" + Said.BACK);
        });
    }

    @POST
    @Path("{inquiryId}/answer")
    public Response answer(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return attempt(centerId, id, form, () -> {
            Masked kept = desk.answer(place.acting(centerId), id, form.value("text"), form.seen());
            return console.to(path(centerId) + "/" + id + "?said=" + (kept.isClean() ? Said.ANSWERED : Said.MASKED));
        });
    }

    @POST
    @Path("{inquiryId}/record")
    public Response record(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return attempt(centerId, id, form, () -> {
            Masked note = desk.record(place.acting(centerId), id, RecordForm.read(form, clock.instant()));
            return console.to(path(centerId) + "?said=" + (note.isClean() ? Said.RECORDED : Said.MASKED));
        });
    }

    /** As a download, never shown in place: it comes from anybody. */
    @GET
    @Path("{inquiryId}/files/{fileId}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response file(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, @PathParam("fileId") UUID file) {
        return Response.ok(desk.file(place.acting(centerId), id, file))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"attachment\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response attempt(UUID centerId, UUID id, Form form, Supplier<Response> act) {
        return console.take(form, act, failed -> page(centerId, id, failed, null));
    }
}
