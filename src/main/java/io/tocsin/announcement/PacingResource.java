package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Ledger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fast an announcement should go, so that the people whom it makes call are answered. */
@Tag(name = "Announcements", description = "Sending a notice to an audience: drafted, approved, started, watched.")
@Path("/api/centers/{centerId}/announcements/{id}/pacing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class PacingResource {
    private static final String SEAT = "routing-worker";
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final Announcements announcements;
    private final Estimates estimates;
    private final Ledger resources;

    PacingResource(Announcements announcements, Estimates estimates, Ledger resources) {
        this.announcements = announcements;
        this.estimates = estimates;
        this.resources = resources;
    }

    /** @param assumed what the advice rests on; each can be given as a parameter of the request */
    public record Answer(Pacing.Advice advice, Assumed assumed) {}

    /** Percentages of 100. */
    public record Assumed(
            long recipients,
            int seats,
            int handlingSeconds,
            double responsePercent,
            double halfLifeHours,
            int withinSeconds,
            double serviceLevelPercent,
            long messagesPerMinuteAtCarrier) {}

    @GET
    @Operation(summary = "Messages per minute that the seats can answer and the carrier takes")
    public Answer pacing(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @QueryParam("seats") Integer seats,
            @QueryParam("handlingSeconds") @DefaultValue("360") int handlingSeconds,
            @QueryParam("responsePercent") @DefaultValue("10") double responsePercent,
            @QueryParam("halfLifeHours") @DefaultValue("3") double halfLifeHours,
            @QueryParam("withinSeconds") @DefaultValue("20") int withinSeconds,
            @QueryParam("serviceLevelPercent") @DefaultValue("80") double serviceLevelPercent) {
        Announcement announcement = announcements.get(centerId, id);
        int answering = seats == null ? seatsOf(centerId) : seats;
        refuseNonsense(answering, handlingSeconds, responsePercent, halfLifeHours, withinSeconds, serviceLevelPercent);
        Estimate estimate = estimates.of(announcement);
        long reached = estimate.byChannel().values().stream().mapToLong(n -> n).sum();
        long atCarrier = messagesPerMinute(estimate);
        Pacing.Advice advice = Pacing.advise(new Pacing.Input(
                reached,
                answering,
                handlingSeconds,
                responsePercent / 100,
                Duration.ofMillis((long) (halfLifeHours * 3_600_000)),
                Duration.ofSeconds(withinSeconds),
                serviceLevelPercent / 100,
                atCarrier));
        return new Answer(
                advice,
                new Assumed(
                        reached,
                        answering,
                        handlingSeconds,
                        responsePercent,
                        halfLifeHours,
                        withinSeconds,
                        serviceLevelPercent,
                        atCarrier));
    }

    private int seatsOf(UUID centerId) {
        return (int) resources.of(centerId).stream()
                .filter(resource -> resource.kind().equals(SEAT) && resource.isReady())
                .count();
    }

    /** What the senders take, by the segments of an average message; all at once where no SMS is sent. */
    private static long messagesPerMinute(Estimate estimate) {
        long messages = estimate.byChannel().getOrDefault(Channel.SMS, 0L);
        if (messages == 0 || estimate.segments() == 0) {
            return Math.max(
                    1, estimate.byChannel().values().stream().mapToLong(n -> n).sum());
        }
        return Math.max(
                1,
                estimate.segmentsPerSecond()
                        .multiply(MINUTE)
                        .multiply(BigDecimal.valueOf(messages))
                        .divideToIntegralValue(BigDecimal.valueOf(estimate.segments()))
                        .longValue());
    }

    private static void refuseNonsense(
            int seats, int handling, double response, double halfLife, int within, double serviceLevel) {
        List<Violation> wrong = new ArrayList<>();
        within(seats, 1, 10_000, "seats", wrong);
        within(handling, 10, 7_200, "handlingSeconds", wrong);
        within(response, 0, 100, "responsePercent", wrong);
        within(halfLife, 0.01, 1_000, "halfLifeHours", wrong);
        within(within, 0, 3_600, "withinSeconds", wrong);
        within(serviceLevel, 1, 99.9, "serviceLevelPercent", wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(
                    "pacing-invalid",
                    Phrase.of("The pace cannot be worked out from this.", "この条件では送信ペースを計算できません。"),
                    wrong);
        }
    }

    private static void within(double value, double least, double most, String field, List<Violation> wrong) {
        if (!(value >= least && value <= most)) {
            wrong.add(new Violation(
                    field,
                    Phrase.of("%s is between %s and %s", "%s は %s から %s の間で指定してください")
                            .with(field, least, most)));
        }
    }
}
