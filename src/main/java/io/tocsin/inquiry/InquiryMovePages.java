package io.tocsin.inquiry;

import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What people press on the page of an inquiry. Where it is refused, the page says why and keeps what was typed. */
@Path("/console/centers/{centerId}/inquiries/{inquiryId}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"crisis-manager", "supervisor"})
class InquiryMovePages {
    private final Inquiries inquiries;
    private final WrittenAnswers answers;
    private final Assignments assignments;
    private final Clearance clearance;
    private final VisibleInquiries visible;
    private final InquiryPages pages;
    private final Caller caller;
    private final Console console;

    InquiryMovePages(
            Inquiries inquiries,
            WrittenAnswers answers,
            Assignments assignments,
            Clearance clearance,
            VisibleInquiries visible,
            InquiryPages pages,
            Caller caller,
            Console console) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.assignments = assignments;
        this.clearance = clearance;
        this.visible = visible;
        this.pages = pages;
        this.caller = caller;
        this.console = console;
    }

    /** What the page says after something was done. */
    enum Said {
        TAKEN(Phrase.of(
                "It is yours now. Answer the person, then put on record how it ended.", "担当になりました。回答後、対応結果を記録してください。")),
        PUT_BACK(Phrase.of("It is back in the queue.", "待ち行列に戻しました。")),
        ESCALATED(Phrase.of("It is marked for a supervisor, before everything else.", "スーパーバイザー対応として最優先にしました。")),
        ANSWERED(Phrase.of(
                "Your answer is on its way. Put on record how it ended, once you know.",
                "回答を送信しています。結果が分かりしだい記録してください。")),
        ANSWERED_MASKED(Phrase.of(
                "Your answer is on its way as you wrote it. What looks like personal data was masked in what is kept.",
                "回答を書かれたとおりに送信しています。保存する内容のうち個人情報と思われる部分は伏せました。")),
        ASSIGNED(Phrase.of(
                "The agent has it now, first among their written inquiries.",
                "担当者に割り当てました。担当者の「文字での問い合わせ」の先頭に表示されます。")),
        RECORDED(Phrase.of("Recorded.", "記録しました。")),
        MASKED(Phrase.of(
                "Recorded. What looks like personal data in the note was masked.", "記録しました。メモのうち個人情報と思われる部分は伏せました。"));

        private final Phrase words;

        Said(Phrase words) {
            this.words = words;
        }

        /** Null for what is none of ours. */
        static Phrase words(String name) {
            return Arrays.stream(values())
                    .filter(s -> s.name().equals(name))
                    .map(s -> s.words)
                    .findFirst()
                    .orElse(null);
        }
    }

    @POST
    @Path("take")
    public Response take(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> {
            inquiries.take(centerId, id, caller.name());
            return Said.TAKEN;
        });
    }

    @POST
    @Path("put-back")
    public Response putBack(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> {
            inquiries.putBack(centerId, id, caller.name());
            return Said.PUT_BACK;
        });
    }

    @POST
    @Path("escalate")
    public Response escalate(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> {
            inquiries.escalate(centerId, id, form.value("why"), caller.name());
            return Said.ESCALATED;
        });
    }

    @POST
    @Path("answer")
    public Response answer(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> {
            if (!clearance.isCleared(centerId)) {
                throw Clearance.refused();
            }
            boolean clean = answers.answer(centerId, id, form.value("text"), caller.name(), form.seen())
                    .isClean();
            return clean ? Said.ANSWERED : Said.ANSWERED_MASKED;
        });
    }

    @POST
    @Path("assign")
    public Response assign(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> {
            assignments.assign(centerId, id, form.value("to"), caller.name());
            return Said.ASSIGNED;
        });
    }

    @POST
    @Path("record")
    public Response record(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            MultivaluedMap<String, String> given) {
        return taken(centerId, id, given, form -> {
            Versions.require(form.seen(), visible.get(centerId, id).version());
            boolean clean = inquiries
                    .record(centerId, id, read(form), caller.name())
                    .note()
                    .isClean();
            return clean ? Said.RECORDED : Said.MASKED;
        });
    }

    private static InquiryRecord read(Form form) {
        Instant due = form.moment("followUpDue");
        if (due == null && !form.value("followUpDue").isEmpty()) {
            Phrase unreadable = Phrase.of("Give day and time.", "日付と時刻を入力してください。");
            throw Problem.invalid("record-invalid", unreadable, List.of(new Violation("followUpDue", unreadable)));
        }
        InquiryOutcome outcome = Arrays.stream(InquiryOutcome.values())
                .filter(o -> o.name().equals(form.value("outcome")))
                .findFirst()
                .orElse(null);
        // a time that was left in the form of something that is over reminds nobody
        boolean later = outcome == null || !outcome.isEnd();
        return new InquiryRecord(form.value("reason"), outcome, form.value("note"), later ? due : null, told(form));
    }

    private static Integer told(Form form) {
        Integer version = form.number("factsTold");
        return version == null || version < 1 ? null : version;
    }

    private interface Move {
        Said by(Form form);
    }

    private Response taken(UUID centerId, UUID id, MultivaluedMap<String, String> given, Move move) {
        visible.get(centerId, id);
        Form form = Form.of(given);
        return console.take(
                form,
                () -> console.to(InquiryPages.path(centerId) + "/" + id + "?said="
                        + move.by(form).name()),
                failed -> pages.shown(centerId, id, null, failed));
    }
}
