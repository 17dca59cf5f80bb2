package io.tocsin.inquiry;

import io.tocsin.inquiry.faq.FaqHit;
import io.tocsin.inquiry.faq.FaqSearch;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an agent looks up while somebody is on the line. */
@Tag(name = "Inquiries")
@Path("/api/centers/{centerId}")
@Produces(MediaType.APPLICATION_JSON)
class ThreadsResource {
    private static final int LONGEST_QUESTION = 500;

    private final Threads threads;
    private final FaqSearch faq;
    private final Reasons reasons;
    private final Clearance clearance;

    ThreadsResource(Threads threads, FaqSearch faq, Reasons reasons, Clearance clearance) {
        this.threads = threads;
        this.faq = faq;
        this.reasons = reasons;
        this.clearance = clearance;
    }

    @GET
    @Path("threads/{threadId}")
    @RolesAllowed({"crisis-manager", "supervisor", "agent"})
    @Operation(summary = "All that a person and the center had to do with each other, on all channels")
    public Threads.Thread thread(@PathParam("centerId") UUID centerId, @PathParam("threadId") UUID threadId) {
        return threads.of(centerId, threadId, clearance.isCleared(centerId))
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no such thread in this center.", "このセンターにそのやり取りはありません。")));
    }

    @GET
    @Path("faq")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
    @Operation(summary = "Search the center's FAQ in the caller's own words; without words, all of it")
    public List<FaqHit> faq(
            @PathParam("centerId") UUID centerId,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("language") @DefaultValue("en") String language) {
        if (words.length() > LONGEST_QUESTION) {
            Phrase shorter = Phrase.of("Ask in at most 500 characters.", "500文字以内で入力してください。");
            throw Problem.invalid("question-too-long", shorter, List.of(new Violation("q", shorter)));
        }
        return words.isBlank() ? faq.all(centerId, language) : faq.search(centerId, language, words);
    }

    /** What a contact may be recorded as. */
    public record Choices(List<Reasons.Reason> reasons, List<Outcome> outcomes) {}

    public record Outcome(InquiryOutcome code, Phrase words, boolean isEnd) {}

    @GET
    @Path("inquiry-choices")
    @RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
    @Operation(summary = "Reasons and outcomes by which a contact is recorded")
    public Choices choices(@PathParam("centerId") UUID centerId) {
        return new Choices(
                reasons.of(centerId),
                Arrays.stream(InquiryOutcome.values())
                        .map(o -> new Outcome(o, o.words(), o.isEnd()))
                        .toList());
    }
}
