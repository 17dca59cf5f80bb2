package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one place where calls end: what is known of the telephone from then on, and when it is called again. */
@ApplicationScoped
class CallEnds {
    private final Sql sql;
    private final Clock clock;
    private final Campaigns campaigns;
    private final Cases cases;
    private final CaseMoves moves;
    private final CampaignEvents events;
    private final Event<CampaignCallEnded> ended;

    CallEnds(
            Sql sql,
            Clock clock,
            Campaigns campaigns,
            Cases cases,
            CaseMoves moves,
            CampaignEvents events,
            Event<CampaignCallEnded> ended) {
        this.sql = sql;
        this.clock = clock;
        this.campaigns = campaigns;
        this.cases = cases;
        this.moves = moves;
        this.events = events;
        this.ended = ended;
    }

    /**
     * @param settledBy who told: {@code callback}, {@code look-up}, {@code dialer}, {@code agent}
     * @param reason for a person; null where the outcome says it all
     * @return false where it had ended before
     */
    @Transactional
    public boolean end(UUID attemptId, CallOutcome outcome, String settledBy, Phrase reason) {
        return end(attemptId, outcome, settledBy, reason, "state <> 'ENDED'");
    }

    /** Gives up what was claimed; only if it was certainly not dialled. */
    @Transactional
    public boolean giveUp(UUID attemptId, CallOutcome outcome, String settledBy) {
        return end(attemptId, outcome, settledBy, null, "state = 'RECORDED'");
    }

    /** An agent passes the person by; for some time nobody calls them where the reason says so. */
    @Transactional
    public boolean skip(CallAttempt attempt, SkipReason why) {
        boolean skipped = end(
                attempt.id(), CallOutcome.WITHDRAWN, "agent", why == null ? null : why.words(), "state = 'RECORDED'");
        if (skipped && why != null && why.rests()) {
            Campaign campaign = campaigns.find(attempt.campaignId()).orElseThrow();
            Duration rest = Duration.ofMinutes(campaign.settings().spacing().noAnswer());
            sql.update(
                    "update call_target set next_at = ? where id = ? and state = 'DUE'",
                    clock.instant().plus(rest),
                    attempt.targetId());
        }
        return skipped;
    }

    /** The carrier's final word counts even where we had believed the call was never made. */
    @Transactional
    public boolean endBy(UUID attemptId, CallOutcome outcome) {
        return end(attemptId, outcome, "callback", null, "(state <> 'ENDED' or outcome = 'NOT_PLACED')");
    }

    private boolean end(UUID attemptId, CallOutcome outcome, String settledBy, Phrase reason, String only) {
        Optional<CallAttempt> over = sql.first(
                "update call_attempt set state = 'ENDED', outcome = ?, settled_by = ?, ended_at = ?, reason_en = ?,"
                        + " reason_ja = ? where id = ? and " + only + " returning *",
                CallAttempt::read,
                outcome,
                settledBy,
                clock.instant(),
                reason == null ? null : reason.en(),
                reason == null ? null : reason.ja(),
                attemptId);
        over.ifPresent(attempt -> {
            after(attempt, outcome);
            events.callEnded(attempt, outcome);
            ended.fire(new CampaignCallEnded(attempt.centerId(), attempt.id()));
        });
        return over.isPresent();
    }

    private void after(CallAttempt attempt, CallOutcome outcome) {
        record Target(int attempts, boolean spoken) {}
        Instant now = clock.instant();
        Target target = sql.first(
                        """
                        update call_target set attempts = attempts + ?, spoken_at = case when ? then ? else spoken_at end
                        where id = ? returning attempts, spoken_at""",
                        row -> new Target(row.getInt(1), row.getTimestamp(2) != null),
                        outcome.counts() ? 1 : 0,
                        outcome == CallOutcome.PERSON,
                        now,
                        attempt.targetId())
                .orElseThrow();
        List<CollectionCase> notified = cases.behind(attempt.campaignId(), attempt.phoneHash()).stream()
                .filter(c -> c.state() == CaseState.NOTIFIED)
                .toList();
        Campaign campaign = campaigns.find(attempt.campaignId()).orElseThrow();
        Optional<Instant> next = notified.isEmpty()
                ? Optional.empty()
                : NextCall.after(outcome, target.attempts(), campaign.settings(), now);
        sql.update(
                "update call_target set state = ?, next_at = ? where id = ?",
                next.isPresent() ? "DUE" : "DONE",
                next.orElse(now),
                attempt.targetId());
        if (next.isEmpty() && !notified.isEmpty() && !target.spoken()) {
            moves.moveAll(notified, CaseMoves.Move.to(CaseState.UNREACHABLE, Via.RULE, "tocsin"));
        }
    }
}
