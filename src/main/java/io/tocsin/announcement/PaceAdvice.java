package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How fast an announcement should go, so that the people whom it makes call are answered. */
@ApplicationScoped
class PaceAdvice {
    private static final String SEAT = "routing-worker";
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final Estimates estimates;
    private final Ledger resources;

    PaceAdvice(Estimates estimates, Ledger resources) {
        this.estimates = estimates;
        this.resources = resources;
    }

    /**
     * What the advice rests on; percentages of 100.
     *
     * @param seats null for those of the center that are ready
     */
    record Assuming(
            Integer seats,
            int handlingSeconds,
            double responsePercent,
            double halfLifeHours,
            int withinSeconds,
            double serviceLevelPercent) {
        static final Assuming USUAL = new Assuming(null, 360, 10, 3, 20, 80);
    }

    /** @throws io.tocsin.platform.ProblemException {@code pacing-invalid} with all that is wrong with the assumptions */
    PacingResource.Answer of(Announcement announcement, Estimate estimate, Assuming given) {
        int seats = given.seats() == null ? seatsOf(announcement.centerId()) : given.seats();
        refuseNonsense(
                seats,
                given.handlingSeconds(),
                given.responsePercent(),
                given.halfLifeHours(),
                given.withinSeconds(),
                given.serviceLevelPercent());
        long reached = estimate.byChannel().values().stream().mapToLong(n -> n).sum();
        long atCarrier = messagesPerMinute(estimate);
        Pacing.Advice advice = Pacing.advise(new Pacing.Input(
                reached,
                seats,
                given.handlingSeconds(),
                given.responsePercent() / 100,
                Duration.ofMillis((long) (given.halfLifeHours() * 3_600_000)),
                Duration.ofSeconds(given.withinSeconds()),
                given.serviceLevelPercent() / 100,
                atCarrier));
        return new PacingResource.Answer(
                advice,
                new PacingResource.Assumed(
                        reached,
                        seats,
                        given.handlingSeconds(),
                        given.responsePercent(),
                        given.halfLifeHours(),
                        given.withinSeconds(),
                        given.serviceLevelPercent(),
                        atCarrier));
    }

    PacingResource.Answer of(Announcement announcement, Assuming given) {
        return of(announcement, estimates.of(announcement), given);
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
