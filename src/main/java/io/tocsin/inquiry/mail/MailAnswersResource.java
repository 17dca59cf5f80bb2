package io.tocsin.inquiry.mail;

import io.tocsin.inquiry.Clearance;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers by e-mail. */
@Tag(name = "Inquiries")
@Path("/api/centers/{centerId}/inquiries/{inquiryId}/answers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "agent"})
class MailAnswersResource {
    private final MailAnswers answers;
    private final Inquiries inquiries;
    private final Clearance clearance;
    private final Idempotency idempotency;
    private final Caller caller;

    MailAnswersResource(
            MailAnswers answers, Inquiries inquiries, Clearance clearance, Idempotency idempotency, Caller caller) {
        this.answers = answers;
        this.inquiries = inquiries;
        this.clearance = clearance;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param text goes out as it is; masked before it is stored */
    public record Wanted(String text) {
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    /** @param masked kinds of personal data that were masked in what was stored */
    public record Answered(List<String> masked) {}

    @POST
    @Operation(summary = "Answer the person by e-mail, in the conversation that they began")
    public Response answer(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            Wanted wanted) {
        if (inquiries.get(centerId, id).personalData() && !clearance.isCleared(centerId)) {
            throw Problem.notFound(
                    Phrase.of("There is no inquiry %s that your seat may have.", "あなたの席で扱える問い合わせ %s はありません。")
                            .with(id));
        }
        String text = wanted == null ? null : wanted.text();
        Idempotency.Answer answer = idempotency.once(caller.name(), key, List.of(centerId, id, "" + text), () -> {
            Masked said = answers.answer(centerId, id, text, caller.name(), null);
            return new Idempotency.Answer(
                    201, "/api/centers/" + centerId + "/inquiries/" + id, Json.tree(new Answered(said.kinds())));
        });
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }
}
