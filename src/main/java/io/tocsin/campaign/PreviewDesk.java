package io.tocsin.campaign;

import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.seat.Person;
import io.tocsin.seat.Roster;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls that an agent looks at first: the next case, then call it or pass it by. */
@ApplicationScoped
public class PreviewDesk {
    private final Campaigns campaigns;
    private final CallList list;
    private final Attempts attempts;
    private final CallEnds ends;
    private final Dialing dialing;
    private final Cases cases;
    private final CaseViews views;
    private final LiveScripts voices;
    private final Seats seats;
    private final Roster roster;
    private final Sql sql;

    PreviewDesk(
            Campaigns campaigns,
            CallList list,
            Attempts attempts,
            CallEnds ends,
            Dialing dialing,
            Cases cases,
            CaseViews views,
            LiveScripts voices,
            Seats seats,
            Roster roster,
            Sql sql) {
        this.campaigns = campaigns;
        this.list = list;
        this.attempts = attempts;
        this.ends = ends;
        this.dialing = dialing;
        this.cases = cases;
        this.views = views;
        this.voices = voices;
        this.seats = seats;
        this.roster = roster;
        this.sql = sql;
    }

    /** @param attempt to start or to skip */
    public record Preview(UUID attempt, List<CaseViews.CaseView> cases) {}

    /**
     * How a call stands that an agent makes.
     *
     * @param picked whether a person has picked up: from then on the agent's own telephone rings
     * @param outcome null while it goes on
     */
    public record Standing(UUID recipient, String language, boolean picked, CallOutcome outcome) {}

    /** Campaigns in which agents look first, and whose people may be called. */
    public List<Campaign> campaigns(UUID centerId) {
        return campaigns.of(centerId).stream()
                .filter(c -> c.state() == CampaignState.RUNNING
                        && c.settings().dialing() == CampaignSettings.Dialing.PREVIEW)
                .toList();
    }

    /** Empty where nobody is to be called now. Asking again shows the same case until it is called or skipped. */
    public Optional<Preview> next(UUID centerId, UUID campaignId, String agent) {
        Campaign campaign = campaigns.get(centerId, campaignId);
        if (campaign.state() != CampaignState.RUNNING) {
            throw Problem.conflict("campaign-state", Phrase.of("The campaign does not run.", "キャンペーンは実行中ではありません。"));
        }
        seats.ownSeat(centerId, agent);
        String ring = roster.personByEmail(agent).map(Person::ring).orElseThrow();
        CenterVoice voice = voices.voice(centerId)
                .filter(CenterVoice::open)
                .orElseThrow(() ->
                        Problem.conflict("center-closed", Phrase.of("The center is not open.", "センターは開設されていません。")));
        return mine(campaignId, agent)
                .or(() -> list.preview(campaign, voice, agent, ring))
                .map(this::preview);
    }

    /** What an agent has before them, of whichever campaign. */
    public Optional<Preview> before(UUID centerId, String agent) {
        return sql.first(
                        "select * from call_attempt where center_id = ? and by_whom = ? and kind = 'PREVIEW' and state ="
                                + " 'RECORDED' order by recorded_at limit 1",
                        CallAttempt::read,
                        centerId,
                        agent)
                .map(this::preview);
    }

    private Preview preview(CallAttempt attempt) {
        return new Preview(
                attempt.id(),
                cases.behind(attempt.campaignId(), attempt.phoneHash()).stream()
                        .map(views::of)
                        .toList());
    }

    /** Empty for no call of this center. */
    public Optional<Standing> standing(UUID centerId, UUID attemptId) {
        return attempts.find(attemptId)
                .filter(a -> a.centerId().equals(centerId))
                .map(a ->
                        new Standing(a.recipientId(), a.language(), a.answeredBy() == CallOutcome.PERSON, a.outcome()));
    }

    /** @throws io.tocsin.platform.ProblemException where the agent has no such case before them */
    public Standing check(UUID centerId, UUID attemptId, String agent) {
        CallAttempt attempt = held(centerId, attemptId, agent);
        return new Standing(attempt.recipientId(), attempt.language(), false, null);
    }

    /** Rings the person, and the agent as soon as they pick up. */
    public void start(UUID centerId, UUID attemptId, String agent) {
        dialing.dial(held(centerId, attemptId, agent));
    }

    /** @param why null where the agent did not say */
    public void skip(UUID centerId, UUID attemptId, SkipReason why, String agent) {
        ends.skip(held(centerId, attemptId, agent), why);
    }

    private Optional<CallAttempt> mine(UUID campaignId, String agent) {
        return sql.first(
                "select * from call_attempt where campaign_id = ? and kind = 'PREVIEW' and state = 'RECORDED' and by_whom ="
                        + " ?",
                CallAttempt::read,
                campaignId,
                agent);
    }

    private CallAttempt held(UUID centerId, UUID attemptId, String agent) {
        return attempts.find(attemptId)
                .filter(a -> a.centerId().equals(centerId) && a.byWhom().equals(agent))
                .filter(a -> a.state() == CallAttempt.State.RECORDED)
                .orElseThrow(() -> Problem.notFound(Phrase.of(
                        "You have no such case before you: it was called, skipped, or you held it too long.",
                        "該当する案件はありません。発信済み・見送り済み、または保持時間を過ぎています。")));
    }
}
