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
class PreviewDesk {
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

    /** Empty where nobody is to be called now. Asking again shows the same case until it is called or skipped. */
    Optional<Preview> next(UUID centerId, UUID campaignId, String agent) {
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
                .map(attempt -> new Preview(
                        attempt.id(),
                        cases.behind(campaignId, attempt.phoneHash()).stream()
                                .map(views::of)
                                .toList()));
    }

    /** Rings the person, and the agent as soon as they pick up. */
    void start(UUID centerId, UUID attemptId, String agent) {
        dialing.dial(held(centerId, attemptId, agent));
    }

    void skip(UUID centerId, UUID attemptId, String agent) {
        ends.giveUp(held(centerId, attemptId, agent).id(), CallOutcome.WITHDRAWN, "agent");
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
